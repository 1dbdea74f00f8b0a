package health.vigil.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/// A link of the hash chain that seals the audit trail.
@Entity(name = "AuditLink")
@Table(name = "audit_link")
@Immutable
@SuppressWarnings("NullAway.Init")
class AuditLink extends PanacheEntityBase {
    @Id
    long position;

    /// The number of the sealed entry.
    long number;

    byte[] hash;

    /// The link before the first entry.
    static AuditLink root() {
        return of(0, 0, new byte[0]);
    }

    /// The link that follows this one.
    AuditLink next(AuditRow row) {
        return of(position + 1, row.number, hash(hash, row.number, row.entry()));
    }

    boolean follows(AuditLink before, AuditRow row) {
        return position == before.position + 1 && MessageDigest.isEqual(hash, before.next(row).hash);
    }

    /// The head that an auditor stores elsewhere: `position:hash`.
    String head() {
        return position + ":" + HexFormat.of().formatHex(hash);
    }

    private static AuditLink of(long position, long number, byte[] hash) {
        var link = new AuditLink();
        link.position = position;
        link.number = number;
        link.hash = hash;
        return link;
    }

    private static byte[] hash(byte[] before, long number, AuditEntry entry) {
        try {
            var bytes = new ByteArrayOutputStream();
            write(new DataOutputStream(bytes), before, number, entry);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Writes every field with its length, so that different entries never serialise alike.
    private static void write(DataOutputStream out, byte[] before, long number, AuditEntry entry) throws IOException {
        out.writeInt(before.length);
        out.write(before);
        out.writeLong(number);
        write(out, entry.at());
        out.writeUTF(entry.actor());
        out.writeUTF(entry.role().orElse(""));
        out.writeUTF(entry.action());
        out.writeUTF(entry.patientId().orElse(""));
        out.writeUTF(entry.source());
        out.writeInt(entry.outcome());
        out.writeUTF(entry.reason().orElse(""));
        for (var patient : entry.shown()) {
            out.writeUTF(patient);
        }
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }
}
