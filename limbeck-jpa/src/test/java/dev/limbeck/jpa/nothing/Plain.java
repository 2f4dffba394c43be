// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.nothing;

public record Plain(String text) {}
