// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.jpa;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled class, read without loading it: neither its code nor its static initialiser runs, and what it refers to
 * need not be there.
 *
 * @param annotations the types of the annotations on the class itself, such as {@code jakarta.persistence.Entity}
 */
record ClassFile(String name, Set<String> annotations) {

    boolean isPackageInfo() {
        return name.endsWith(".package-info") || name.equals("package-info");
    }

    /** Reads as much of the class-file format (JVMS chapter 4) as leads to the annotations. */
    static ClassFile read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(in));
        if (data.readInt() != 0xCAFEBABE) {
            throw new IOException("not a class file");
        }
        data.skipNBytes(4);
        Constants constants = Constants.read(data);
        data.skipNBytes(2);
        String name = constants.className(data.readUnsignedShort());
        data.skipNBytes(2);
        data.skipNBytes(2L * data.readUnsignedShort());
        skipMembers(data);
        skipMembers(data);
        return new ClassFile(name, annotations(data, constants));
    }

    private static void skipMembers(DataInputStream data) throws IOException {
        int members = data.readUnsignedShort();
        for (int member = 0; member < members; member++) {
            data.skipNBytes(6);
            int attributes = data.readUnsignedShort();
            for (int attribute = 0; attribute < attributes; attribute++) {
                data.skipNBytes(2);
                data.skipNBytes(Integer.toUnsignedLong(data.readInt()));
            }
        }
    }

    private static Set<String> annotations(DataInputStream data, Constants constants) throws IOException {
        Set<String> types = new LinkedHashSet<>();
        int attributes = data.readUnsignedShort();
        for (int attribute = 0; attribute < attributes; attribute++) {
            String name = constants.text(data.readUnsignedShort());
            long length = Integer.toUnsignedLong(data.readInt());
            if (name.equals("RuntimeVisibleAnnotations")) {
                int count = data.readUnsignedShort();
                for (int each = 0; each < count; each++) {
                    types.add(skipAnnotation(data, constants));
                }
            } else {
                data.skipNBytes(length);
            }
        }
        return types;
    }

    private static String skipAnnotation(DataInputStream data, Constants constants) throws IOException {
        String descriptor = constants.text(data.readUnsignedShort());
        int pairs = data.readUnsignedShort();
        for (int pair = 0; pair < pairs; pair++) {
            data.skipNBytes(2);
            skipValue(data, constants);
        }
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    private static void skipValue(DataInputStream data, Constants constants) throws IOException {
        int tag = data.readUnsignedByte();
        switch (tag) {
            case 'e' -> data.skipNBytes(4);
            case '@' -> skipAnnotation(data, constants);
            case '[' -> {
                int values = data.readUnsignedShort();
                for (int value = 0; value < values; value++) {
                    skipValue(data, constants);
                }
            }
            default -> data.skipNBytes(2);
        }
    }

    /** The constant pool, of which texts and class names matter. */
    private record Constants(Map<Integer, String> texts, Map<Integer, Integer> classNames) {

        static Constants read(DataInputStream data) throws IOException {
            int size = data.readUnsignedShort();
            Map<Integer, String> texts = new HashMap<>();
            Map<Integer, Integer> classNames = new HashMap<>();
            for (int index = 1; index < size; index++) {
                int tag = data.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.put(index, data.readUTF());
                    case 7 -> classNames.put(index, data.readUnsignedShort());
                    case 8, 16, 19, 20 -> data.skipNBytes(2);
                    case 15 -> data.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
                    case 5, 6 -> {
                        // long and double take two places
                        data.skipNBytes(8);
                        index++;
                    }
                    default -> throw new IOException("a constant of the unknown kind " + tag);
                }
            }
            return new Constants(texts, classNames);
        }

        String text(@Nullable Integer index) throws IOException {
            String text = index == null ? null : texts.get(index);
            if (text == null) {
                throw new IOException("constant " + index + " is no text");
            }
            return text;
        }

        String className(int index) throws IOException {
            return text(classNames.get(index)).replace('/', '.');
        }
    }
}
