// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

/** One line of a drawn graph: a lane stands at every second position, and what leans stands between two. */
final class GraphRow {
    private static final Glyph BLANK = new Glyph(' ', -1);

    private final List<Glyph> glyphs = new ArrayList<>();

    private record Glyph(char sign, int lane) {}

    /** Puts a sign in a lane. */
    void in(int column, char sign, int lane) {
        put(2 * column, sign, lane);
    }

    /** Puts a sign to the right of a lane. */
    void rightOf(int column, char sign, int lane) {
        put(2 * column + 1, sign, lane);
    }

    private void put(int position, char sign, int lane) {
        while (glyphs.size() <= position) {
            glyphs.add(BLANK);
        }
        glyphs.set(position, new Glyph(sign, lane));
    }

    boolean isFree(int column) {
        return 2 * column >= glyphs.size() || glyphs.get(2 * column).equals(BLANK);
    }

    int width() {
        return glyphs.size();
    }

    String text(Palette palette) {
        StringBuilder text = new StringBuilder();
        for (Glyph glyph : glyphs) {
            String sign = String.valueOf(glyph.sign());
            text.append(glyph.lane() < 0 ? sign : palette.lane(glyph.lane(), sign));
        }
        return text.toString();
    }
}
