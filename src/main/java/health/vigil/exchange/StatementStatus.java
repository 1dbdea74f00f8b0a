package health.vigil.exchange;

import health.vigil.observation.Word;

/// How final a statement is. Of two that cannot be compared by time, the lower rank is the earlier report.
public enum StatementStatus implements Word {
    PRELIMINARY(0, false),
    FINAL(1, false),
    AMENDED(2, true),
    /// Nothing of it stands.
    WITHDRAWN(3, true);

    private final int rank;
    private final boolean revises;

    StatementStatus(int rank, boolean revises) {
        this.rank = rank;
        this.revises = revises;
    }

    public int rank() {
        return rank;
    }

    /// Whether it says of itself that it replaces an earlier report.
    public boolean revises() {
        return revises;
    }
}
