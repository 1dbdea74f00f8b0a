package health.vigil.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;

/// The certificates of a hospital, in a folder where tests find them.
public record HospitalCertificates(Path folder) {
    /// The id of the device that has a certificate.
    static final String DEVICE = "monitor-17";

    public static final String PASSWORD = Certificate.PASSWORD;

    public static HospitalCertificates make(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        var papers = new HospitalCertificates(folder);
        Certificate.make(folder, "server", "dns:localhost,ip:127.0.0.1");
        Certificate.make(folder, "service", "dns:vigil");
        Certificate.make(folder, "device", "dns:" + DEVICE);
        Certificate.make(folder, "ambiguous", "dns:monitor-18,dns:monitor-19");
        Certificate.make(folder, "foreign", "dns:" + DEVICE);
        Certificate.trusting(
                papers.clients(), List.of(papers.of("device"), papers.of("service"), papers.of("ambiguous")));
        Certificate.trusting(papers.servers(), List.of(papers.server()));
        papers.server().certificatePem(papers.serverPem());
        return papers;
    }

    public Certificate of(String name) {
        return new Certificate(folder.resolve(name + ".p12"));
    }

    public Certificate server() {
        return of("server");
    }

    /// The certificates that servers trust.
    public Path clients() {
        return folder.resolve("clients.p12");
    }

    /// The certificates that clients trust.
    public Path servers() {
        return folder.resolve("servers.p12");
    }

    /// TLS of a client without a certificate that trusts the hospital.
    public SSLContext trusting() throws IOException, GeneralSecurityException {
        return Certificate.anonymous(servers());
    }

    public Path serverPem() {
        return folder.resolve("server.pem");
    }
}
