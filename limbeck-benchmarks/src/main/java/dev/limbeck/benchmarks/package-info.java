// SPDX-License-Identifier: Apache-2.0
/** How long things take. Not published, and no part of the tests; docs/benchmarks.md says how to run it. */
package dev.limbeck.benchmarks;
