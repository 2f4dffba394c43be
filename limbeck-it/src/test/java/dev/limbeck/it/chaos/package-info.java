// SPDX-License-Identifier: Apache-2.0
/**
 * Runs that are broken off at any moment: a connection cut, a process killed, a disk full; and files and texts that
 * nobody would write.
 */
package dev.limbeck.it.chaos;
