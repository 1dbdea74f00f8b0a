package health.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;
import static org.assertj.core.api.Assertions.assertThat;

/// During a rolling upgrade and after a rollback, pods of the previous version write to the new schema. So a
/// migration only adds, and adds nothing that they would have to set.
class MigrationTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    /// Ends at a semicolon outside a body between `$$`.
    private static final Pattern STATEMENT = Pattern.compile("((?:\\$\\$.*?\\$\\$|[^;])+);", DOTALL);

    /// Adds a column and does nothing else.
    private static final String ADD_COLUMN = "alter table \\S+ add column (?!.*,\\s*(?:add|alter|drop|rename)\\b)";

    private static final Pattern ADDS = any(
            "create (table|view|index|or replace function|function|sequence|extension) .*",
            "insert into .*",
            "update .*",
            "set local .*",
            "comment on .*",
            ADD_COLUMN + "(?!.*\\bnot null\\b).*",
            ADD_COLUMN + ".*\\bdefault\\b.*");
    private static final Pattern NEW_TABLE = Pattern.compile("create table (\\w+)");
    private static final Pattern ON_A_TABLE = any("create (?:unique index|trigger) .*? on (\\S+).*");

    /// Relaxes a constraint of tables into which pods of the previous version insert without naming the key.
    private static final Set<String> LOOSENS = Set.of(
            "alter table observation drop constraint observation_pkey",
            "alter table retraction drop constraint retraction_pkey",
            "drop index observation_by_sender");

    /// Indexes that require no more than the key that they replace, and nothing from alerts that those pods raise.
    private static final Set<String> ASKS_NO_MORE = Set.of(
            "observation_by_sender",
            "observation_by_place",
            "retraction_by_sender",
            "alert_one_of_ids_without_episode",
            "alert_one_of_unused_device");

    /// Triggers and defaults that refuse nothing and write only into tables and columns of their own migration.
    private static final Pattern ONLY_NOTES = any(
            "create trigger audit_unsealed after insert on audit\\s.*",
            "alter table \\w+ alter column last_updated set default clock_timestamp\\(\\)",
            "create trigger \\w+\\s+before update .* execute function set_last_updated\\(\\)",
            "create trigger episode_gradable after update of grading_unavailable on episode\\s.*",
            "create trigger grade_change_neighbours after insert or update of superseded_at on grade_change\\s.*",
            "create trigger patient_merge_known after update of known_at, ended_at on patient_merge\\s.*");

    private static final Pattern UNIQUE_INDEX = any("create unique index (?:if not exists )?(\\w+).*");

    private static Pattern any(String... forms) {
        return Pattern.compile(String.join("|", forms), CASE_INSENSITIVE | DOTALL);
    }

    static Stream<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aMigrationOnlyAdds(Path file) throws IOException {
        assertThat(notAdding(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table alert",
                "alter table alert drop column rule",
                "alter table alert rename column rule to row",
                "alter table alert rename to alarm",
                "alter table alert alter column rule set not null",
                "alter table alert alter column sequence type int",
                "alter table alert add column shift text not null",
                "alter table alert add column shift text, drop column rule",
                "alter table alert add constraint once unique (condition)",
                "create unique index once on alert (condition)",
                "create trigger never before insert on alert execute function refuse()",
                "delete from alert",
                "truncate alert",
            })
    void whatTakesAwayOrAsksForMoreIsFound(String statement) {
        assertThat(notAdding("create table fresh (id int);\n" + statement + ";"))
                .containsExactly(statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table alert add column shift text",
                "alter table alert add column shift text not null default 'day'",
                "create unique index once on fresh (id)",
                "create function f() returns trigger language plpgsql as $$ begin delete from alert; end $$",
            })
    void whatAddsIsNot(String statement) {
        assertThat(notAdding("create table fresh (id int);\n" + statement + ";"))
                .isEmpty();
    }

    private static List<String> notAdding(String sql) {
        var own = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        var statements = STATEMENT.matcher(COMMENT.matcher(sql).replaceAll(""));
        while (statements.find()) {
            var statement = statements.group(1).strip();
            var table = NEW_TABLE.matcher(statement);
            if (table.lookingAt()) {
                own.add(table.group(1));
            }
            if (!adds(statement, own)) {
                wrong.add(statement);
            }
        }
        return wrong;
    }

    private static boolean adds(String statement, List<String> own) {
        var table = ON_A_TABLE.matcher(statement);
        return ADDS.matcher(statement).matches()
                || LOOSENS.contains(statement)
                || ONLY_NOTES.matcher(statement).matches()
                || asksNoMore(statement)
                || (table.matches() && own.contains(table.group(1)));
    }

    private static boolean asksNoMore(String statement) {
        var index = UNIQUE_INDEX.matcher(statement);
        return index.matches() && ASKS_NO_MORE.contains(index.group(1));
    }
}
