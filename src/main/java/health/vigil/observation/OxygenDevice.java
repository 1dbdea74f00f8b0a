package health.vigil.observation;

/// The device that gives oxygen.
public enum OxygenDevice implements Word {
    ROOM_AIR,
    NASAL_CANNULA,
    HIGH_FLOW_NASAL_CANNULA,
    BLOW_BY,
    SIMPLE_MASK,
    VENTURI_MASK,
    NON_REBREATHER,
    PARTIAL_REBREATHER,
    FACE_TENT,
    TRACHEOSTOMY_MASK,
    T_PIECE,
    CPAP,
    BIPAP,
    VENTILATOR,
    /// Another device, named by the sender.
    OTHER
}
