package health.vigil.observation;

/// Who submitted an observation: the account, or the source system that a record of the topic names. An observation's
/// id is unique among what one sender sends. 1 to 128 characters.
public record Sender(String name) implements Comparable<Sender> {
    public static final int MAX_LENGTH = 128;

    /// Whoever writes to the topic directly and names nobody: no account can be called so.
    public static final Sender STREAM = new Sender("(stream)");

    public Sender {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("A sender has 1 to 128 characters");
        }
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
