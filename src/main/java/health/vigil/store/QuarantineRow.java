package health.vigil.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// An accepted record that could not be applied, with its bytes. The monitor writes it; serve settles it.
@Entity(name = "Quarantine")
@Table(name = "quarantine")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class QuarantineRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public int partition;

    @Column(name = "\"offset\"")
    public long offset;

    @Column(name = "received_at")
    public Instant receivedAt;

    /// A word of {@link QuarantineReason}.
    public String reason;

    public String detail;

    public byte @Nullable [] key;

    public byte @Nullable [] value;

    /// Whether the key and the value are encrypted.
    public boolean sealed;

    @Column(name = "observation_id")
    public @Nullable String observationId;

    public @Nullable String sender;

    @Column(name = "patient_id")
    public @Nullable String patientId;

    @Column(name = "device_id")
    public @Nullable String deviceId;

    /// `open`, `released` or `discarded`.
    public String state = "open";

    @Column(name = "settled_by")
    public @Nullable String settledBy;

    @Column(name = "settled_at")
    public @Nullable Instant settledAt;

    public @Nullable String note;

    /// Whether a person has to decide.
    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isDiscarded() {
        return state.equals("discarded");
    }

    /// The time of the observation; the time of receipt if it cannot be read.
    public Instant at() {
        return opened().flatMap(StoredJson::effectiveAt).orElse(receivedAt);
    }

    /// The decrypted bytes of the record.
    public Optional<byte[]> opened() {
        return Optional.ofNullable(value)
                .map(bytes -> sealed ? Seal.configured().open(bytes) : bytes);
    }
}
