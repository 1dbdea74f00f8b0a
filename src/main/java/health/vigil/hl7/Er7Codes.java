package health.vigil.hl7;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.SourceCode;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Coded fields: code, text and system, and an alternative of them.
final class Er7Codes {
    /// The system of codes that name none.
    static final String LOCAL = "L";

    private static final String MDC_NAME = "MDC_";
    private static final int COMPONENTS = 3;

    private Er7Codes() {}

    /// The codings of a field.
    static List<SourceCode> codings(Er7Segment segment, int field) {
        var codings = new ArrayList<SourceCode>();
        for (int from = 1; from <= COMPONENTS + 1; from += COMPONENTS) {
            var code = segment.value(field, from).strip();
            var name = segment.value(field, from + 1).strip();
            if (!code.isEmpty() || name.startsWith(MDC_NAME)) {
                codings.add(SourceCode.named(
                        system(segment.value(field, from + 2).strip(), name), code, name));
            }
        }
        return codings;
    }

    private static String system(String named, String name) {
        if (!named.isEmpty()) {
            return named;
        }
        return name.startsWith(MDC_NAME) ? Terminology.MDC.uri() : LOCAL;
    }

    /// The UCUM unit of a field; empty if it has none that is known.
    static Optional<String> unit(Er7Segment segment, int field, Vocabulary vocabulary) {
        var units = new HashSet<String>();
        for (var coding : codings(segment, field)) {
            unit(coding, vocabulary).ifPresent(units::add);
        }
        return units.size() == 1 ? units.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> unit(SourceCode coding, Vocabulary vocabulary) {
        var system = Terminology.canonical(coding.system());
        if (system.equals(Terminology.UCUM.uri())) {
            return Optional.of(coding.code());
        }
        if (vocabulary.match(coding) instanceof CodeMatch.Found(Meaning.OfUnit(var ucum), var _)) {
            return Optional.of(ucum);
        }
        if (system.equals(Terminology.MDC.uri()) || system.equals(Terminology.MDIL.uri())) {
            return Optional.empty();
        }
        // Without a system the text is one of our table, or UCUM, as the reader of intake decides.
        return vocabulary
                .unitOfText(coding.code())
                .or(() -> coding.system().equals(LOCAL) ? Optional.of(coding.code()) : Optional.empty());
    }
}
