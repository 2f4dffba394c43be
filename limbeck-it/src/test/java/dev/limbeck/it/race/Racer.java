// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.race;

import dev.limbeck.it.Limbeck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A process that takes part in many rounds: for each line on its input, which is a URL and a user, it upgrades that
 * database, and answers with the exit code and what the command printed.
 */
final class Racer {
    private Racer() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream answers = System.out;
        BufferedReader rounds = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println("ready");
        for (String round = rounds.readLine(); round != null; round = rounds.readLine()) {
            String[] words = round.split("\t", -1);
            Limbeck.Outcome outcome = upgrade(folder, words[0], words[1]);
            String said = outcome.out() + outcome.err();
            answers.println(outcome.exitCode() + "\t"
                    + Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8)));
        }
    }

    static Limbeck.Outcome upgrade(Path folder, String url, String user) {
        return Limbeck.run(folder, Map.of("LIMBECK_URL", url, "LIMBECK_USER", user), List.of("upgrade", "head"));
    }
}
