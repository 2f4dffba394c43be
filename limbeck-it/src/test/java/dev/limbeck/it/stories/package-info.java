/** The class that plays the stories below {@code src/test/resources/scripts}. */
package dev.limbeck.it.stories;
