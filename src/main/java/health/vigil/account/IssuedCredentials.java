package health.vigil.account;

/// New credentials: the password for the pages, and the token for programs. They are shown once; only the
/// hash of the password and the id of the token are stored.
public record IssuedCredentials(String username, String password, String token) {
    @Override
    public String toString() {
        return "Issued[" + username + "]";
    }
}
