/**
 * Everything together: stories a user could type, on real databases; the example; the rules that the code keeps. Start at
 * {@code ScriptIT} and any file below {@code src/test/resources/scripts}.
 */
package dev.limbeck.it;
