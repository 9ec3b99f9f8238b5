package org.servicepartner.platform.personaldata;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A key per person, in the service's own database and wrapped by a master key that is not in it. A person is erased by destroying
 * the key; the row stays, so that none is made again.
 *
 * <p>Someone may be known by an address before anybody knows who that is. Such a key belongs to the address, whose person is
 * {@linkplain #belongsTo told} later.
 */
public final class PersonalDataKeys implements PersonalDataCipher {
    private static final String PREFIX = "encrypted:";
    private static final String ADDRESSES = "#addresses";

    /** As long as a replica may go on reading what another has erased. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int REMEMBERED_KEYS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Cache<String, Key> bySubject = cache();
    private final Cache<UUID, Optional<Key>> byId = cache();

    PersonalDataKeys(JdbcClient jdbc, MasterKeys masters) {
        this.jdbc = jdbc;
        this.masters = masters;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(REMEMBERED_KEYS)
                .build();
    }

    /** When a person was erased, and in which erasure. */
    public record Erasure(UUID erasureId, Instant at) {}

    private record Key(UUID id, byte[] bytes, BytesEncryptor encryptor) {}

    private record Row(
            UUID keyId, byte @Nullable [] wrapped, @Nullable String master) {}

    /** A key that is not there yet is made in the current transaction. */
    @Override
    public String encrypt(String subject, String value) {
        if (value.equals(PersonalData.ERASED)) {
            return value;
        }
        return keyOf(subject)
                .map(key -> PREFIX + key.id + ":" + TEXT.encodeToString(key.encryptor.encrypt(value.getBytes(UTF_8))))
                .orElse(PersonalData.ERASED);
    }

    @Override
    public String decrypt(String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        int colon = stored.indexOf(':', PREFIX.length());
        UUID id = UUID.fromString(stored.substring(PREFIX.length(), colon));
        return keyOf(id)
                .map(key -> new String(
                        key.encryptor.decrypt(Base64.getUrlDecoder().decode(stored.substring(colon + 1))), UTF_8))
                .orElse(PersonalData.ERASED);
    }

    @Override
    public String subjectOf(String address) {
        return "address:" + TEXT.encodeToString(named("address:" + normal(address)));
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** An id that is the same for the same text, and tells nobody the text. */
    public UUID idFor(String text) {
        return UUID.nameUUIDFromBytes(named("id:" + text));
    }

    private byte[] named(String text) {
        return Digests.hmac(keyOf(ADDRESSES).orElseThrow().bytes, text);
    }

    /** The address is this person's: it ends with the person, if it is nobody else's. Nothing happens if the person has ended. */
    public void belongsTo(String subject, String address) {
        if (erasureOf(subject).isEmpty()) {
            jdbc.sql("insert into personal_data_address (subject, address) values (?, ?) on conflict do nothing")
                    .params(subject, subjectOf(address))
                    .update();
        }
    }

    /** Whether the address is to be forgotten with the person. To be asked before the person is {@linkplain #erase erased}. */
    public boolean isOnlyOf(String subject, String address) {
        return jdbc.sql("""
                        select coalesce(bool_and(subject = ?), false) from personal_data_address where address = ?
                        """)
                .params(subject, subjectOf(address))
                .query(Boolean.class)
                .single();
    }

    /** The erasure of this person, if there was one. */
    public Optional<Erasure> erasureOf(String subject) {
        return jdbc.sql("select erasure_id, erased_at from personal_data_key where subject = ? and wrapped is null")
                .param(subject)
                .query((row, n) -> new Erasure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Destroys the keys of a person, in the current transaction, and sees to it that there will be none again. */
    public void erase(String subject, UUID erasureId) {
        jdbc.sql("""
                        insert into personal_data_key (subject, key_id, erasure_id, erased_at) values (?, ?, ?, now())
                        on conflict (subject) do update
                        set wrapped = null, master = null, erasure_id = excluded.erasure_id, erased_at = excluded.erased_at
                        """).params(subject, UUID.randomUUID(), erasureId).update();
        jdbc.sql("""
                        with own as (delete from personal_data_address where subject = :subject returning address)
                        delete from personal_data_key where subject in (
                            select address from own
                            except select address from personal_data_address where subject <> :subject)
                        """).param("subject", subject).update();
        forget();
        afterCommit(this::forget);
    }

    private void forget() {
        bySubject.invalidateAll();
        byId.invalidateAll();
    }

    private Optional<Key> keyOf(String subject) {
        Key known = bySubject.getIfPresent(subject);
        if (known != null) {
            return Optional.of(known);
        }
        Row row = row(subject).orElseGet(() -> made(subject));
        Optional<Key> key = Optional.ofNullable(row.wrapped == null ? null : unwrapped(row));
        key.ifPresent(found -> afterCommit(() -> bySubject.put(subject, found)));
        return key;
    }

    private Optional<Key> keyOf(UUID id) {
        Optional<Key> known = byId.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Optional<Key> key = jdbc.sql(
                        "select key_id, wrapped, master from personal_data_key where key_id = ? and wrapped is not null")
                .param(id)
                .query(Row.class)
                .optional()
                .map(this::unwrapped);
        if (key.isPresent()) {
            byId.put(id, key);
        } else {
            afterCommit(() -> byId.put(id, key));
        }
        return key;
    }

    private Optional<Row> row(String subject) {
        return jdbc.sql("select key_id, wrapped, master from personal_data_key where subject = ?")
                .param(subject)
                .query(Row.class)
                .optional();
    }

    private Row made(String subject) {
        byte[] key = KeyGenerators.secureRandom(MasterKeys.KEY_BYTES).generateKey();
        jdbc.sql("""
                        insert into personal_data_key (subject, key_id, wrapped, master) values (?, ?, ?, ?)
                        on conflict (subject) do nothing
                        """)
                .params(subject, UUID.randomUUID(), masters.wrap(key), masters.current())
                .update();
        return row(subject).orElseThrow();
    }

    private Key unwrapped(Row row) {
        byte[] bytes = masters.unwrap(row.master, row.wrapped);
        return new Key(row.keyId, bytes, MasterKeys.encryptor(bytes));
    }

    /** What a transaction has made or destroyed is not so if it does not commit. */
    private static void afterCommit(Runnable change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            change.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }

    /**
     * Wraps with the current master key what another one has wrapped.
     *
     * @return how many keys
     * @throws IllegalStateException if a master key is missing; then nothing is changed
     */
    int rewrap() {
        int strange = jdbc.sql("select count(*) from personal_data_key where not master = any(?)")
                .param(masters.fingerprints())
                .query(Integer.class)
                .single();
        if (strange > 0) {
            throw new IllegalStateException(
                    "%d keys of people are wrapped by a master key that is not given; give it as well, behind the new one"
                            .formatted(strange));
        }
        int rewrapped = 0;
        List<Row> rows = others();
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                rewrapped += jdbc.sql(
                                "update personal_data_key set wrapped = ?, master = ? where key_id = ? and master = ?")
                        .params(
                                masters.wrap(masters.unwrap(row.master, row.wrapped)),
                                masters.current(),
                                row.keyId,
                                row.master)
                        .update();
            }
            rows = others();
        }
        return rewrapped;
    }

    private List<Row> others() {
        return jdbc.sql("select key_id, wrapped, master from personal_data_key where master <> ? limit ?")
                .params(masters.current(), AT_ONCE)
                .query(Row.class)
                .list();
    }
}
