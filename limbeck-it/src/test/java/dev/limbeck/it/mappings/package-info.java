// SPDX-License-Identifier: Apache-2.0
/** Entities with the mappings that shape a schema and that the example application does not use, each of them once. */
package dev.limbeck.it.mappings;
