package wandb.auth.keyring.secretservice;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.message.Messages;

/**
 * A session of the Secret Service, in which secrets travel encrypted: {@code dh-ietf1024-sha256-aes128-cbc-pkcs7} of the
 * Secret Service API ("Transfer of Secrets"). It keeps them out of the memory and the monitors of the bus that carries
 * them; it does not prove who is at the other end.
 */
final class TransferSession {

    private static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";
    /** Without a character set: KWallet takes what has one for no text. */
    private static final String TYPE = "text/plain";

    private static final int KEY_BYTES = 16;
    private static final int EXPONENT_BITS = 2 * 8 * KEY_BYTES; // as strong as the key that comes of it, and quicker

    /** The second Oakley group (RFC 2409, section 6.2). */
    private static final DHParameterSpec GROUP = new DHParameterSpec(
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                            + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6"
                            + "F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                    16),
            BigInteger.TWO,
            EXPONENT_BITS);

    private final String path;
    private final SecretKey key;

    private TransferSession(String path, SecretKey key) {
        this.path = path;
        this.key = key;
    }

    static TransferSession open(SessionBus bus) throws KeychainException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
            generator.initialize(GROUP);
            KeyPair pair = generator.generateKeyPair();
            byte[] ours = ((DHPublicKey) pair.getPublic()).getY().toByteArray();
            Object[] answer = bus.call(BusCall.ofSecrets(
                    SecretService.PATH, "Service", "OpenSession", "vo", "sv", ALGORITHM, new Object[] {"ay", ours}));
            byte[] theirs = bytes(((Variant<?>) answer[0]).getValue());
            return new TransferSession(((DBusPath) answer[1]).getPath(), sharedKey(pair, theirs));
        } catch (GeneralSecurityException e) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
    }

    private static SecretKey sharedKey(KeyPair ours, byte[] theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("DH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(
                KeyFactory.getInstance("DH")
                        .generatePublic(new DHPublicKeySpec(new BigInteger(1, theirs), GROUP.getP(), GROUP.getG())),
                true);
        byte[] agreed = agreement.generateSecret();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES", HKDFParameterSpec.ofExtract().addIKM(agreed).thenExpand(null, KEY_BYTES));
        } finally {
            Arrays.fill(agreed, (byte) 0);
        }
    }

    String path() {
        return path;
    }

    /** The secret as the Secret Service takes it: a struct of session, initialization vector, cipher text and type. */
    Object[] encrypted(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return new Object[] {new DBusPath(path), cipher.getIV(), cipher.doFinal(plain), TYPE};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The secret in such a struct. */
    String decrypted(Object[] struct) throws KeychainException {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(bytes(struct[1])));
            byte[] plain = cipher.doFinal(bytes(struct[2]));
            try {
                return new String(plain, StandardCharsets.UTF_8);
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
    }

    private static byte[] bytes(Object value) throws KeychainException {
        if (!(value instanceof List<?> list)) {
            throw new KeychainException(Messages.serviceMisunderstood());
        }
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(list.get(i) instanceof Byte one)) {
                throw new KeychainException(Messages.serviceMisunderstood());
            }
            bytes[i] = one;
        }
        return bytes;
    }
}
