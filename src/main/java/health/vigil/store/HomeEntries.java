package health.vigil.store;

import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads what was entered about a patient at home.
public final class HomeEntries {
    private static final String NEWEST = """
            select effective_at, kind, content - 'handwritingImage' as content from observation
            where patient_id = any(?::text[]) and effective_at >= ? and effective_at <= ? and kind = any(?::text[])
                and (kind = 'home-check' or {atHome})
                and retracted_at is null and moved_at is null
            order by effective_at desc limit ?
            """.replace("{atHome}", ReadAtHome.CONDITION);

    private static final String SENTENCE = """
            select effective_at, content->>'handwritingImage' as image from observation
            where patient_id = any(?::text[]) and effective_at >= ? and effective_at <= ?
                and kind = 'home-check' and jsonb_exists(content, 'handwritingImage')
                and retracted_at is null and moved_at is null
            order by effective_at desc limit 1
            """;

    private HomeEntries() {}

    /// An entry that was made at home.
    ///
    /// @param content a {@link health.vigil.observation.HomeCheck} without its image, or vital signs
    public record HomeEntry(Instant at, Content content) {}

    /// A sentence that the patient wrote by hand.
    ///
    /// @param image a data URL
    public record WrittenSentence(Instant at, String image) {}

    /// The newest entries of these kinds in a period, both ends included, newest first.
    public static List<HomeEntry> newest(
            Sql sql, Numbers patient, Instant since, Instant until, List<Kind> kinds, int most) {
        return sql.list(
                NEWEST, HomeEntries::read, numbers(patient), since, until, Column.texts(kinds, Kind::word), most);
    }

    /// The newest sentence that was written by hand in a period, both ends included.
    public static Optional<WrittenSentence> sentence(Sql sql, Numbers patient, Instant since, Instant until) {
        return sql.first(
                SENTENCE,
                row -> new WrittenSentence(row.instant("effective_at"), row.text("image")),
                numbers(patient),
                since,
                until);
    }

    private static Column numbers(Numbers patient) {
        return Column.texts(patient.all(), PatientId::value);
    }

    private static HomeEntry read(ResultRow row) {
        var kind = Word.of(Kind.class, row.text("kind")).orElseThrow();
        return new HomeEntry(row.instant("effective_at"), ContentJson.read(kind, row.text("content")));
    }
}
