package health.vigil.grading;

/// What a piece of evidence cites: the rule by which it was judged, and where that rule is written.
public interface Citation {
    /// The rule's id and name, as in docs/clinical-rules.md; of another scale the word that clients write.
    String label();

    /// Where the rule comes from.
    String source();
}
