package health.vigil.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The code systems that several formats name differently.
public enum Terminology {
    LOINC("http://loinc.org", "LN", "LOINC"),
    MDC("urn:iso:std:iso:11073:10101", "MDC"),
    /// The hexadecimal numbers of Philips monitors: the same numbers as MDC.
    MDIL("urn:vigil:mdil", "MDIL"),
    SNOMED("http://snomed.info/sct", "SCT", "SNOMED-CT"),
    RXNORM("http://www.nlm.nih.gov/research/umls/rxnorm", "RXNORM"),
    ATC("http://www.whocc.no/atc", "ATC", "WC"),
    UCUM("http://unitsofmeasure.org", "UCUM"),
    /// Units that are written as a text, without a code system.
    UNIT_TEXT("urn:vigil:unit-text", "unit");

    private final String uri;
    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Terminology(String uri, String... names) {
        this.uri = uri;
        this.names = List.of(names);
    }

    /// The name of the system in FHIR, and in our tables.
    public String uri() {
        return uri;
    }

    /// The name in our own tables of codes.
    public String shortName() {
        return names.getFirst();
    }

    /// Whether a code of the system is a number that is written with its name, and both must agree.
    boolean paired() {
        return this == MDC || this == MDIL;
    }

    static boolean paired(String uri) {
        return uri.equals(MDC.uri) || uri.equals(MDIL.uri);
    }

    /// The name of a system in our tables, whichever name a message uses.
    public static String canonical(String system) {
        var upper = system.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.uri.equals(system)
                        || known.names.stream()
                                .anyMatch(name -> name.toUpperCase(Locale.ROOT).equals(upper)))
                .map(Terminology::uri)
                .findFirst()
                .orElse(system);
    }
}
