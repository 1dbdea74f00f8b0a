package health.vigil.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

/// A key and its certificate in a PKCS12 file, made by the JDK's keytool. It is its own authority.
public record Certificate(Path file) {
    public static final String PASSWORD = "for-these-tests-only";

    /// Makes one.
    ///
    /// @param names alternative names as the tool writes them, such as `dns:localhost`
    public static Certificate make(Path folder, String name, String names) throws IOException, InterruptedException {
        var file = folder.resolve(name + ".p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                tool,
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-J-XX:TieredStopAtLevel=1");
        var log = folder.resolve("keytool.log").toFile();
        var made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(Files.readString(log.toPath()));
        }
        return new Certificate(file);
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /// A file with trusted certificates and no keys.
    public static Path trusting(Path file, List<Certificate> certificates)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var certificate : certificates) {
            var own = certificate.store();
            var alias = own.aliases().nextElement();
            store.setCertificateEntry(alias, own.getCertificate(alias));
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /// Writes the certificate to a PEM file.
    public Path certificatePem(Path target) throws IOException, GeneralSecurityException {
        var own = store();
        return pem(
                target,
                "CERTIFICATE",
                own.getCertificate(own.aliases().nextElement()).getEncoded());
    }

    /// Writes the private key to a PEM file.
    public Path keyPem(Path target) throws IOException, GeneralSecurityException {
        var own = store();
        var key = own.getKey(own.aliases().nextElement(), PASSWORD.toCharArray());
        return pem(target, "PRIVATE KEY", key.getEncoded());
    }

    private static Path pem(Path target, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(target, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    /// TLS with this client certificate, trusting those of a file.
    public SSLContext showing(Path trusted) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        var insistent = new InsistentClient(
                (X509KeyManager) keys.getKeyManagers()[0], store().aliases().nextElement());
        context.init(new KeyManager[] {insistent}, trust(trusted).getTrustManagers(), null);
        return context;
    }

    /// TLS without a client certificate.
    public static SSLContext anonymous(Path trusted) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust(trusted).getTrustManagers(), null);
        return context;
    }

    public static TrustManagerFactory trust(Path trusted) throws IOException, GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
        return trust;
    }
}
