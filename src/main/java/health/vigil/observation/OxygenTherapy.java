package health.vigil.observation;

import java.math.BigDecimal;
import java.util.Optional;

/// Oxygen or ventilation as charted; it stands until the next record.
///
/// @param deviceName what the device is, where it is {@link OxygenDevice#OTHER}
/// @param flow L/min
/// @param fio2 a fraction, 0.21 to 1.0
/// @param reason absent where it was not charted
public record OxygenTherapy(
        OxygenDevice device,
        Optional<String> deviceName,
        Optional<BigDecimal> flow,
        Optional<BigDecimal> fio2,
        Optional<OxygenReason> reason)
        implements Content {
    private static final BigDecimal HIGHEST_FLOW = BigDecimal.valueOf(80);
    private static final BigDecimal LOWEST_FIO2 = new BigDecimal("0.21");

    public OxygenTherapy {
        if (device == OxygenDevice.OTHER && deviceName.isEmpty()) {
            throw new IllegalArgumentException("Another device needs a name");
        }
    }

    /// Given for hypoxia; a reason that was not charted is taken for it.
    public boolean forHypoxia() {
        return device != OxygenDevice.ROOM_AIR && reason.orElse(OxygenReason.HYPOXIA) == OxygenReason.HYPOXIA;
    }

    /// The flow if it is known and can be true (0 to 80 L/min).
    public Optional<BigDecimal> plausibleFlow() {
        return flow.filter(OxygenTherapy::plausibleFlow);
    }

    public static boolean plausibleFlow(BigDecimal flow) {
        return flow.signum() >= 0 && flow.compareTo(HIGHEST_FLOW) <= 0;
    }

    public static boolean plausibleFio2(BigDecimal fio2) {
        return fio2.compareTo(LOWEST_FIO2) >= 0 && fio2.compareTo(BigDecimal.ONE) <= 0;
    }
}
