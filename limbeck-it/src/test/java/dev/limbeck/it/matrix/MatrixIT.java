// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix of type, default and option on each database; it prints how many cases there were. */
class MatrixIT {

    @ParameterizedTest
    @EnumSource(Grid.class)
    void everyColumnIsReadAsItWasWrittenAndEveryChangeOfOneIsSeenAndUndone(Grid grid) throws SQLException {
        Matrix.Result result = Matrix.run(grid);
        System.out.println(grid.label() + ": " + result.count() + " cases");

        assertThat(result.failures()).isEmpty();
        assertThat(result.count()).isGreaterThan(300);
    }
}
