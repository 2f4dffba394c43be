// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.mysql;

import java.util.Locale;
import java.util.Set;

/** The words that are reserved in MySQL 8.4 or in MariaDB 11.4: section "Keywords and Reserved Words" of their manuals. */
final class MysqlKeyWords {
    private static final Set<String> RESERVED = Set.of("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call
            cascade case change char character check collate column condition constraint continue convert create cross
            cube cume_dist current_date current_role current_time current_timestamp current_user cursor database
            databases day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete
            delete_domain_id dense_rank desc describe deterministic distinct distinctrow div do_domain_ids double drop
            dual each else elseif empty enclosed escaped except exists exit explain false fetch first_value float
            float4 float8 for force foreign from fulltext function general generated get grant group grouping groups
            having high_priority hour_microsecond hour_minute hour_second if ignore ignore_domain_ids
            ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer
            intersect interval into io_after_gtids io_before_gtids is iterate join json_table key keys kill lag
            last_value lateral lead leading leave left like limit linear lines load localtime localtimestamp lock long
            longblob longtext loop low_priority manual master_bind master_heartbeat_period
            master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint minute_microsecond
            minute_second mod modifies natural not no_write_to_binlog nth_value ntile null numeric of offset on
            optimize optimizer_costs option optionally or order out outer outfile over page_checksum parallel
            parse_vcol_expr partition percent_rank precision primary procedure purge qualify range rank read reads
            read_write real recursive ref_system_id references regexp release rename repeat replace require resignal
            restrict return returning revoke right rlike row row_number rows schema schemas second_microsecond select
            sensitive separator set show signal slow smallint spatial specific sql sqlexception sqlstate sqlwarning
            sql_big_result sql_calc_found_rows sql_small_result ssl starting stats_auto_recalc stats_persistent
            stats_sample_pages stored straight_join system table tablesample terminated then tinyblob tinyint tinytext
            to trailing trigger true undo union unique unlock unsigned update usage use using utc_date utc_time
            utc_timestamp values varbinary varchar varcharacter varying virtual when where while window with write xor
            year_month zerofill
            """.strip().split("\\s+"));

    /**
     * The names of functions that the servers take for such before a parenthesis, in the mode {@code ignore_space} even
     * behind a space; an index may be called so.
     */
    private static final Set<String> FUNCTIONS = Set.of("""
            adddate add_months bit_and bit_or bit_xor cast count curdate curtime date_add date_format date_sub decode
            extract group_concat json_arrayagg json_objectagg max median mid min now percentile_cont percentile_disc
            position session_user st_collect std stddev stddev_pop stddev_samp subdate substr substring sum sysdate
            system_user trim variance var_pop var_samp
            """.strip().split("\\s+"));

    private MysqlKeyWords() {}

    /** Whether a word is a name only between quotes. */
    static boolean isReserved(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || FUNCTIONS.contains(lower);
    }
}
