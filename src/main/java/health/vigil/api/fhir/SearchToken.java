package health.vigil.api.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;

/// A value of a search for codes or identifiers: `system|code`, `|code` or `code`.
///
/// @param system absent: any; empty: none
record SearchToken(Optional<String> system, String code) {
    static SearchToken read(String text) {
        int bar = text.indexOf('|');
        return bar < 0
                ? new SearchToken(Optional.empty(), text)
                : new SearchToken(Optional.of(text.substring(0, bar)), text.substring(bar + 1));
    }

    boolean matches(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(coding -> matches(coding.getSystem(), coding.getCode()));
    }

    boolean matches(Identifier identifier) {
        return matches(identifier.getSystem(), identifier.getValue());
    }

    boolean matches(@Nullable String ofSystem, @Nullable String ofCode) {
        return code.equals(ofCode)
                && system.map(wanted -> wanted.equals(ofSystem == null ? "" : ofSystem))
                        .orElse(true);
    }

    /// Whether each group of tokens has one that matches; without groups everything matches.
    static boolean allow(List<List<SearchToken>> groups, CodeableConcept concept) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(token -> token.matches(concept)));
    }

    static boolean allow(List<List<SearchToken>> groups, List<CodeableConcept> concepts) {
        return groups.stream()
                .allMatch(group ->
                        group.stream().anyMatch(token -> concepts.stream().anyMatch(token::matches)));
    }

    static boolean allowIdentifiers(List<List<SearchToken>> groups, List<Identifier> identifiers) {
        return groups.stream()
                .allMatch(group ->
                        group.stream().anyMatch(token -> identifiers.stream().anyMatch(token::matches)));
    }

    /// The same for a code whose system is implied.
    static boolean allowCode(List<List<SearchToken>> groups, String code) {
        return groups.stream()
                .allMatch(group -> group.stream().anyMatch(token -> token.code().equals(code)));
    }
}
