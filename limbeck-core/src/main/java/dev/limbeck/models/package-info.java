/**
 * Where a wanted schema comes from. A source gives a script that creates it; the script runs in a scratch database. The
 * source of JPA entities plugs in from its module. Uses {@code dialect} and {@code operation}.
 */
@NullMarked
package dev.limbeck.models;

import org.jspecify.annotations.NullMarked;
