package health.vigil.fhirview;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Device.FHIRDeviceStatus;
import org.hl7.fhir.r4.model.Reference;

/// This software as a device: it makes the grades.
public final class SoftwareDevice {
    /// Its id.
    public static final String ID = "vigil";

    private static final String NAME = "Vigil";

    private SoftwareDevice() {}

    static Reference reference() {
        return References.to("Device", ID).setDisplay(NAME);
    }

    /// The service itself.
    ///
    /// @param version the version of the software
    public static Device of(String version) {
        var device = new Device()
                .setStatus(FHIRDeviceStatus.ACTIVE)
                .setType(new CodeableConcept().setText("software that grades CRS and ICANS"));
        device.setId(ID);
        device.addDeviceName().setName(NAME).setType(DeviceNameType.MODELNAME);
        device.addVersion().setValue(version);
        return device;
    }
}
