package health.vigil.observation;

/// Who submitted an observation: the account, or the source system that a record of the topic names. An observation's
/// id is unique among what one sender sends. 1 to 137 characters.
public record Sender(String name) implements Comparable<Sender> {
    private static final String TOPIC = "(stream)";
    private static final String NAMED = TOPIC + " ";

    public static final int MAX_LENGTH = 128 + NAMED.length();

    /// Whoever writes to the topic directly and names nobody: no account can be called so.
    public static final Sender STREAM = new Sender(TOPIC);

    public Sender {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("A sender has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /// What whoever writes to the topic directly is called, and says who they are. That proves nothing: their ids are
    /// apart from those of the account that is called so.
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
