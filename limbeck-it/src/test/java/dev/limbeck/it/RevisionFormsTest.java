// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which form of a revision each command takes, the table of {@code docs/reference/revisions.md}, cell by cell. */
class RevisionFormsTest {
    /** What the letters of the table stand for: y is taken, any other is refused with this beginning. */
    private static final Map<String, String> REFUSALS = Map.of(
            "range", "Range revision not allowed: '",
            "count", "Relative revision ",
            "here", "current is where the database stands",
            "up", "there is no place to count up from; write one before the +, as in base+1",
            "start", "a range begins at a place or, with -N, some steps below its end",
            "stamp", "a stamp names the revision it goes to, and does not count from the current one",
            "colons", "History range requires [start]:[end], [start]:, or :[end]",
            "head", "is not a head revision; please specify --splice");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # form         | show  | -r X: | -r :X | upgrade | downgrade | stamp | --head
            2001cc         | y     | y     | y     | y       | y         | y     | y
            200            | y     | y     | y     | y       | y         | y     | y
            cart           | y     | y     | y     | y       | y         | y     | y
            head           | y     | y     | y     | y       | y         | y     | y
            heads          | y     | y     | y     | y       | y         | y     | y
            base           | y     | y     | y     | y       | y         | y     | y
            current        | y     | y     | y     | here    | here      | here  | here
            +1             | up    | start | y     | y       | count     | stamp | up
            -1             | y     | y     | count | count   | y         | stamp | y
            1002bb+1       | y     | y     | y     | y       | y         | y     | y
            2001cc-1       | y     | y     | y     | y       | y         | y     | y
            cart@head      | y     | y     | y     | y       | y         | y     | y
            cart@heads     | y     | y     | y     | y       | y         | y     | y
            cart@base      | y     | y     | y     | y       | y         | y     | y
            cart@2001      | y     | y     | y     | y       | y         | y     | y
            cart@current   | y     | y     | y     | here    | here      | here  | here
            cart@+1        | up    | start | y     | y       | count     | stamp | up
            cart@-1        | y     | y     | count | count   | y         | stamp | y
            cart@head-1    | y     | y     | y     | y       | y         | y     | y
            cart@base+1    | y     | y     | y     | y       | y         | y     | y
            1001aa:2001cc  | range | colons| colons| range   | range     | range | range
            """)
    void areTakenOrRefusedAsTheTableSays(
            String form,
            String show,
            String historyStart,
            String historyEnd,
            String upgrade,
            String downgrade,
            String stamp,
            String head)
            throws IOException {
        cell(show, "2001cc", "show", form);
        cell(historyStart, "2001cc", "history", "-r" + form + ":");
        cell(historyEnd, "2001cc", "history", "-r", ":" + form);
        cell(upgrade, "1002bb", "upgrade", form);
        cell(downgrade, "3004dd", "downgrade", form);
        cell(stamp, "2001cc", "stamp", form);
        cell(head, "2001cc", "revision", "-m", "new", "--splice", "--lang=sql", "--head=" + form);
    }

    /** Runs one command on a fresh database that stands at a place. */
    private void cell(String expected, String place, String... command) throws IOException {
        Path project = Files.createTempDirectory(folder, "cell");
        HistoryFolder history = HistoryFolder.create(project, new SqliteFile(project))
                .with("1001aa", "1002bb < 1001aa", "2001cc < 1002bb label cart", "3004dd < 2001cc");
        history.limbeck("upgrade", place);

        Limbeck.Outcome outcome = history.limbeck(command);

        String cell = String.join(" ", command) + "\n" + outcome.err();
        assertThat(outcome.exitCode()).as(cell).isEqualTo(expected.equals("y") ? 0 : 1);
        if (!expected.equals("y")) {
            assertThat(outcome.err()).contains("FAILED: ", REFUSALS.get(expected));
        }
    }

    /** Where there are several heads, what means one of them says so; what names a branch does not have to. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            show head                     | Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads
            history -r :head              | Multiple head revisions are present for given argument 'head'
            upgrade head                  | Multiple head revisions are present for given argument 'head'
            downgrade head                | Multiple head revisions are present for given argument 'head'
            stamp head                    | Multiple heads are present; please specify a single target revision
            revision -m new               | Multiple heads are present; please specify the head revision on which the new revision should be based, or perform a merge.
            upgrade head-1                | Multiple head revisions are present for given argument 'head-1'
            upgrade 1001@head             | Multiple head revisions are present for given argument '1001@head'
            upgrade 1001aa+1              | Ambiguous walk
            upgrade nosuch                | Can't locate revision identified by 'nosuch'
            upgrade nosuch@head           | Can't locate revision identified by 'nosuch'
            upgrade 2002                  | Multiple revisions start with '2002': 2002cc (make t_2002cc), 2002dd (make t_2002dd)
            stamp 1001aa 2002cc           | Requested revision 1001aa overlaps with other requested revisions 2002cc
            merge 2002cc 2002cc           | Duplicate head revisions specified
            revision -m new --head 1001aa | Revision 1001aa is not a head revision; please specify --splice to create a new branch from this revision
            revision -m new --rev-id 2002cc --head 2002dd | Revision 2002cc exists already, in
            revision -m new --rev-id base --head 2002dd | The word 'base' is not allowed as revision identifier 'base'
            revision -m new --rev-id a@b --head 2002cc | Character(s) '@' not allowed in revision identifier 'a@b'
            """)
    void areRefusedWhereTheyMeanSeveral(String command, String message) throws IOException {
        Path project = Files.createTempDirectory(folder, "fork");
        HistoryFolder history = HistoryFolder.create(project, new SqliteFile(project))
                .with("1001aa", "2002cc < 1001aa", "2002dd < 1001aa");
        List<String> before = files(project);

        Limbeck.Outcome outcome = history.limbeck(command.split(" ", -1));

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.err()).contains("FAILED: " + message);
        assertThat(files(project))
                .containsAll(before)
                .filteredOn(file -> file.contains("migrations/"))
                .hasSize(3);
    }

    private static List<String> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList());
        }
    }
}
