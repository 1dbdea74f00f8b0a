package health.vigil.faults;

import java.nio.charset.StandardCharsets;

/// The tags of completed commands in PostgreSQL's replies.
final class Tags {
    private static final byte[] COMMIT = bytes("C\0\0\0\013COMMIT\0");
    private static final byte[] INSERT = bytes("INSERT 0 ");

    private Tags() {}

    static boolean committed(byte[] reply, int length) {
        return find(COMMIT, reply, length) >= 0;
    }

    /// Whether a command inserted at least one row.
    static boolean inserted(byte[] reply, int length) {
        int at = find(INSERT, reply, length);
        return at >= 0 && at + INSERT.length < length && reply[at + INSERT.length] != '0';
    }

    private static int find(byte[] wanted, byte[] reply, int length) {
        for (int at = 0; at + wanted.length <= length; at++) {
            int same = 0;
            while (same < wanted.length && reply[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
