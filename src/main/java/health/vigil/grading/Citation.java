package health.vigil.grading;

/// The rule that a piece of evidence cites, with its source.
public interface Citation {
    /// The rule's id and name, as in docs/clinical-rules.md. For another scale this is the word that clients
    /// write.
    String label();

    /// Where the rule comes from.
    String source();
}
