package health.vigil.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The codes that Vigil knows: one set for all formats, which a hospital's files extend.
public final class Vocabulary {
    private static final String FILE = "/exchange/codes.csv";
    private static final Vocabulary STANDARD = new Vocabulary(standardRows());

    private final List<CodeRow> rows;
    private final CodeIndex index;

    private Vocabulary(List<CodeRow> rows) {
        this.rows = List.copyOf(rows);
        this.index = CodeIndex.of(this.rows);
    }

    /// The codes that the service brings along.
    public static Vocabulary standard() {
        return STANDARD;
    }

    private static List<CodeRow> standardRows() {
        try (var file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE)) {
            var rows = new ArrayList<>(CodeFile.read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            OwnCodes.rows().forEach(rows::add);
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// These codes with those of a hospital's file.
    ///
    /// @throws IllegalArgumentException if a code gets two meanings, with the file and the line
    public Vocabulary with(String file, List<CodeRow> more) {
        var all = new ArrayList<>(rows);
        for (var row : more) {
            index.contradiction(row).ifPresent(reason -> {
                throw new IllegalArgumentException(file + " line " + row.line() + ": " + reason);
            });
            all.add(row);
        }
        try {
            return new Vocabulary(all);
        } catch (IllegalArgumentException twice) {
            throw new IllegalArgumentException(file + " " + twice.getMessage(), twice);
        }
    }

    public List<CodeRow> rows() {
        return rows;
    }

    /// What a code means.
    public CodeMatch match(SourceCode code) {
        return index.match(code);
    }

    /// What several codings of one concept mean. Those that nobody knows do not count.
    public CodeMatch match(List<SourceCode> codings) {
        CodeMatch result = new CodeMatch.NotOurs();
        for (var coding : codings) {
            result = joined(result, match(coding));
        }
        return result;
    }

    private static CodeMatch joined(CodeMatch first, CodeMatch second) {
        if (first instanceof CodeMatch.Ambiguous || second instanceof CodeMatch.NotOurs) {
            return first;
        }
        if (first instanceof CodeMatch.Found(var one, var unit)
                && second instanceof CodeMatch.Found(var other, var otherUnit)) {
            return MeaningUnion.of(one, other)
                    .<CodeMatch>map(meaning -> new CodeMatch.Found(meaning, unit.or(() -> otherUnit)))
                    .orElseGet(() -> new CodeMatch.Ambiguous("has two known codings that mean different things"));
        }
        return second;
    }

    /// The UCUM unit of a text that is exactly a unit of the table.
    public Optional<String> unitOfText(String text) {
        return match(SourceCode.of(Terminology.UNIT_TEXT.uri(), text))
                        instanceof CodeMatch.Found(Meaning.OfUnit(var ucum), var _)
                ? Optional.of(ucum)
                : Optional.empty();
    }
}
