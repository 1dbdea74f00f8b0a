package health.vigil.observation;

/// The sender of an observation: an account, or the source system that a record of the topic names.
/// Observation ids are unique per sender. 1 to 137 characters.
public record Sender(String name) implements Comparable<Sender> {
    private static final String TOPIC = "(stream)";
    private static final String NAMED = TOPIC + " ";

    public static final int MAX_LENGTH = 128 + NAMED.length();

    /// Writers to the topic that name no source. No account can have this name.
    public static final Sender STREAM = new Sender(TOPIC);

    public Sender {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("A sender has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /// The name of a writer to the topic that names a source. The name proves nothing, so these senders are
    /// separate from accounts of the same name.
    public static String ofTheTopic(String name) {
        return name.startsWith(NAMED) ? name : NAMED + name;
    }

    @Override
    public int compareTo(Sender other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
