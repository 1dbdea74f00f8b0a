package health.vigil.api.protocol;

import health.vigil.protocol.RowOwner;

/// Who answers for a row in the hospital.
record OwnerView(String name, String role) {
    static OwnerView of(RowOwner owner) {
        return new OwnerView(owner.name(), owner.role());
    }
}
