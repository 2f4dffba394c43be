// SPDX-License-Identifier: Apache-2.0
/**
 * What a person can set, and where it may be set: each option once in {@code Options}, its sources in one order in
 * {@code Settings}. Start there. Uses {@code error} only.
 */
@NullMarked
package dev.limbeck.config;

import org.jspecify.annotations.NullMarked;
