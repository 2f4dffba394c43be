// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa.nothing;

public class Note {
    long id;
    String text;
}
