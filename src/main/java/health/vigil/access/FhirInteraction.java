package health.vigil.access;

/// What a request does with a resource of FHIR, as SMART scopes distinguish it.
public enum FhirInteraction {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    FhirInteraction(char letter) {
        this.letter = letter;
    }

    /// The letter in scopes of version 2.
    char letter() {
        return letter;
    }
}
