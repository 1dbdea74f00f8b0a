package health.vigil.ehr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A card (CDS Hooks 2.0). It has no suggestions.
///
/// @param summary at most 140 characters
/// @param detail GitHub Flavored Markdown
record CdsCard(
        UUID uuid,
        String summary,
        String detail,
        CardIndicator indicator,
        CardSource source,
        List<CardLink> links,
        List<OverrideReason> overrideReasons) {
    /// The reasons that the EHR offers for setting a card aside.
    static final List<OverrideReason> REASONS = List.of(
            OverrideReason.of("known", "The ward knows and acts already"),
            OverrideReason.of("other-cause", "The findings have another cause"),
            OverrideReason.of("disagree", "The grade does not fit the patient"),
            OverrideReason.of("not-relevant", "Not relevant for my work now"));

    /// How urgent a card is.
    enum CardIndicator {
        CRITICAL,
        WARNING,
        INFO;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record CardSource(String label, String url) {}

    /// @param type `absolute`, or `smart` for a launch
    record CardLink(String label, String url, String type) {}

    /// A coding.
    record OverrideReason(String code, String system, String display) {
        private static final String SYSTEM = "http://health.vigil/fhir/CodeSystem/cds-override-reason";

        private static OverrideReason of(String code, String display) {
            return new OverrideReason(code, SYSTEM, display);
        }
    }
}
