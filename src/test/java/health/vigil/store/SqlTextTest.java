package health.vigil.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A statement is one literal, so that it can be pasted into psql, and is in one of the packages that
/// `docs/decisions/database.md` names.
class SqlTextTest {
    private static final Path SOURCES = Path.of("src/main/java/health/vigil");
    private static final Set<String> ROOMS = Set.of("store", "audit", "access", "api");

    private static final String LITERAL = "(?:\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
    private static final String OPERAND = "(?:" + LITERAL + "|[A-Za-z_][\\w.]*(?:\\([^()]*\\))?)";
    private static final Pattern TEXT = Pattern.compile(LITERAL);
    private static final Pattern JOINED = Pattern.compile(OPERAND + "(?:\\s*\\+\\s*" + OPERAND + ")+");
    private static final Pattern STATEMENT = Pattern.compile(
            "\"+\\s*(?:select\\s|insert into\\s|delete from\\s|update \\w+(?: \\w+)?\\s+set\\s|with \\w+ as )");

    private static Stream<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String room(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static boolean holdsAStatement(String source) {
        return TEXT.matcher(source).results().map(MatchResult::group).anyMatch(SqlTextTest::isAStatement);
    }

    private static boolean isAStatement(String literal) {
        return STATEMENT.matcher(literal).lookingAt();
    }

    private static List<String> joined(String source) {
        return JOINED.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(SqlTextTest::holdsAStatement)
                .toList();
    }

    /// The packages below `api` may have statements of their own.
    @Test
    void noStatementIsJoinedFromPieces() {
        assertThat(sources().filter(file -> !room(file).equals("api")))
                .allSatisfy(file -> assertThat(joined(read(file))).isEmpty());
    }

    @Test
    void statementsStandOnlyInTheRoomsThatOwnTables() {
        assertThat(sources().filter(file -> holdsAStatement(read(file))).map(SqlTextTest::room))
                .allMatch(ROOMS::contains);
    }

    /// Otherwise the message waits until the relay polls.
    @Test
    void whatPutsAMessageIntoTheOutboxAnnouncesIt() {
        assertThat(sources().map(SqlTextTest::read).filter(source -> source.contains("insert into outbox")))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(count("announce\\(\\)", source))
                        .isGreaterThanOrEqualTo(count("insert into outbox", source)));
    }

    private static long count(String expression, String source) {
        return Pattern.compile(expression).matcher(source).results().count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"select id from alert\"\n    + \" where id = ?\";",
                "x = \"select \" + COLUMNS + \" from alert\";",
                "x = \"delete from retraction\" + THIS;",
                "x = \"\"\"\n  update alert set bed = ?\n  \"\"\" + WHERE;",
                "x = NUMBERED + \"select n from numbered\";"
            })
    void piecesAreFound(String source) {
        assertThat(joined(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"select id from alert\";",
                "x = \"\"\"\n  select %s from alert\n  \"\"\".formatted(COLUMNS);",
                "x = \"select a ward\" ; y = \"a\" + b;"
            })
    void oneLiteralIsNoPieces(String source) {
        assertThat(joined(source)).isEmpty();
    }
}
