package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import health.vigil.observation.Drug;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of the hospital's protocol.
///
/// @param text the hospital's words, which are repeated as they are
/// @param approvedAt when the owner last reviewed it
/// @param reviewBy the last day before its next review
/// @param order its place among the rows that fit
/// @param forRoles whom it is meant for; a physician may answer every row
/// @param when all parts have to hold; a row without any always fits
public record ProtocolRow(
        String id,
        String version,
        String text,
        RowSource source,
        RowOwner owner,
        LocalDate approvedAt,
        LocalDate reviewBy,
        int order,
        Set<RowRole> forRoles,
        List<Requirement> when) {
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    public ProtocolRow {
        forRoles = Set.copyOf(forRoles);
        when = when.stream().sorted(Requirement.CHEAPEST_FIRST).toList();
    }

    /// The fixed words before the text: `Your protocol says (Haematology CRS policy v7, p. 4, owner Dr A,
    /// reviewed 3 Feb 2026):`.
    public String introduction() {
        return "Your protocol says (" + source.text() + ", owner " + owner.name() + ", reviewed "
                + DATE.format(approvedAt) + "):";
    }

    /// Its condition in English, a sentence for each part.
    public List<String> condition() {
        return ConditionText.of(when);
    }

    /// The last day before its review, if that review is overdue on a day.
    public Optional<LocalDate> reviewOverdueSince(LocalDate day) {
        return Optional.of(reviewBy).filter(day::isAfter);
    }

    /// Whether it fits at a time.
    Truth fits(CaseFacts patient, Instant time) {
        return allHold(when, patient, time);
    }

    /// Whether it would fit at a time, whatever one grade is.
    boolean fitsApartFrom(GradeRange grade, CaseFacts patient, Instant time) {
        var others = when.stream().filter(part -> !part.equals(grade)).toList();
        return allHold(others, patient, time).holds();
    }

    private static Truth allHold(List<Requirement> parts, CaseFacts patient, Instant time) {
        var all = Truth.YES;
        for (var part : parts) {
            all = all.and(part.at(patient, time));
            if (all == Truth.NO) {
                return Truth.NO;
            }
        }
        return all;
    }

    boolean asksItems() {
        return when.stream().anyMatch(ItemRequirement.class::isInstance);
    }

    /// The grades that it names.
    Stream<GradeRange> grades() {
        return when.stream().filter(GradeRange.class::isInstance).map(GradeRange.class::cast);
    }

    /// The drugs that its condition or its text names.
    List<Drug> drugs() {
        var words = NO_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return Arrays.stream(Drug.values())
                .filter(drug -> counts(drug) || (drug != Drug.OTHER && names(words, drug)))
                .toList();
    }

    private boolean counts(Drug drug) {
        return when.stream()
                .anyMatch(part -> part instanceof DoseRequirement doses
                        && doses.counts().stream().anyMatch(count -> count.drug() == drug));
    }

    private static boolean names(Set<String> words, Drug drug) {
        return Stream.concat(Stream.of(drug.word()), drug.synonyms().stream()).anyMatch(words::contains);
    }
}
