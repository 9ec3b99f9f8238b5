package org.servicepartner.platform;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.servicepartner.platform.eventstore.EventName;
import org.servicepartner.platform.eventstore.EventTypes;
import org.servicepartner.platform.eventstore.StoredForm;
import org.servicepartner.platform.personaldata.PersonalData;
import org.servicepartner.platform.personaldata.PersonalDataKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is stored of a person, and what of it can be read with the key, without it, and after. */
class PersonalDataTest extends RunningSample {
    private static final String NEW_MASTER_KEY = "YW5vdGhlciBtYXN0ZXIga2V5IG9mIDMyIGJ5dGVzISE=";

    private final String guest = "guest-" + UUID.randomUUID();
    private final String address = guest + "@alpine-fitters.example";
    private final Signed signed = new Signed(guest, "Ada Lovelace", "room 7", address, null, "Bob");

    @Autowired
    PersonalDataKeys keys;

    @Autowired
    Environment environment;

    private TransactionTemplate transaction;
    private StoredForm form;

    @EventName("guest.signed.v1")
    record Signed(
            String guestId,
            @PersonalData(of = "guestId") String name,
            String room,
            @PersonalData(of = "email") String email,
            @Nullable String hostId,
            @PersonalData(of = "hostId") @Nullable String host) {}

    @BeforeEach
    void prepare(@Autowired PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        form = new StoredForm(EventTypes.of(Signed.class), keys);
    }

    @Test
    void whoSomebodyIsIsStoredEncryptedAndAllElseIsReadable() {
        String stored = form.json(signed);

        assertThat(stored)
                .doesNotContain("Ada", address)
                .contains("\"guestId\":\"" + guest + "\"", "\"room\":\"room 7\"", "\"host\":\"Bob\"")
                .containsPattern("\"name\":\"encrypted:[0-9a-f-]{36}:[\\w-]{40,}\"");
        assertThat(read(stored)).isEqualTo(signed);
        assertThat(form.json(signed)).as("the same text twice").isNotEqualTo(stored);
    }

    @Test
    void whatWasStoredBeforeIsReadAsItIs() {
        assertThat(read("{\"guestId\":\"%s\",\"name\":\"Ada\",\"room\":\"7\",\"email\":\"%s\"}"
                        .formatted(guest, address)))
                .isEqualTo(new Signed(guest, "Ada", "7", address, null, null));
    }

    @Test
    void whenThePersonIsErasedOneWordIsReadAndNothingCanBeStoredAgain() {
        String stored = form.json(signed);
        erase();

        assertThat(read(stored)).isEqualTo(new Signed(guest, "erased", "room 7", address, null, "Bob"));
        String later = form.json(signed);
        assertThat(later).contains("\"name\":\"erased\"");
        assertThat(read(later).name()).isEqualTo("erased");
        assertThat(keys.erasureOf(guest)).isPresent();
    }

    @Test
    void anAddressEndsWithThePersonWhoseItIsAndCanComeAgain() {
        String stored = form.json(signed);
        keys.belongsTo(guest, address.toUpperCase());
        assertThat(keys.isOnlyOf(guest, address)).isTrue();
        assertThat(jdbc.sql("select address from personal_data_address where subject = ?")
                        .param(guest)
                        .query(String.class)
                        .single())
                .startsWith("address:")
                .doesNotContain(guest);

        erase();

        assertThat(read(stored).email()).isEqualTo("erased");
        String later = form.json(signed);
        assertThat(read(later).email()).as("whoever has it now").isEqualTo(address);
        assertThat(read(stored).email())
                .as("a new key does not open what the old one has closed")
                .isEqualTo("erased");
        keys.belongsTo(guest, address);
        assertThat(keys.isOnlyOf(guest, address))
                .as("nothing is learned of who is erased")
                .isFalse();
    }

    @Test
    void anAddressThatIsSomebodyElsesAsWellStays() {
        String stored = form.json(signed);
        keys.belongsTo(guest, address);
        keys.belongsTo("another " + guest, address);
        assertThat(keys.isOnlyOf(guest, address)).isFalse();

        erase();

        assertThat(read(stored).email()).isEqualTo(address);
    }

    @Test
    void aKeyOfATransactionThatFailsIsNotUsedLater() {
        transaction.executeWithoutResult(status -> {
            form.json(signed);
            status.setRollbackOnly();
        });

        assertThat(read(form.json(signed))).isEqualTo(signed);
        assertThat(jdbc.sql("select wrapped is not null from personal_data_key where subject = ?")
                        .param(guest)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void anErasureThatFailsChangesNothing() {
        String stored = form.json(signed);

        transaction.executeWithoutResult(status -> {
            keys.erase(guest, UUID.randomUUID());
            assertThat(read(stored).name()).isEqualTo("erased");
            status.setRollbackOnly();
        });

        assertThat(read(stored)).isEqualTo(signed);
    }

    @Test
    void anotherMasterKeyTakesOverWhenTheServiceStartsAndNoneMayBeMissing() {
        String stored = form.json(signed);
        String old = environment.getRequiredProperty("PERSONAL_DATA_KEY");

        assertThatThrownBy(() -> startWith(NEW_MASTER_KEY))
                .rootCause()
                .hasMessageContaining("keys of people are wrapped by a master key that is not given");
        startWith(NEW_MASTER_KEY + "," + old).close();
        try (ConfigurableApplicationContext service = startWith(NEW_MASTER_KEY)) {
            StoredForm there = new StoredForm(EventTypes.of(Signed.class), service.getBean(PersonalDataKeys.class));
            assertThat(there.read("guest.signed.v1", stored)).isEqualTo(signed);
        }
        startWith(old + "," + NEW_MASTER_KEY).close();
        assertThat(read(form.json(signed))).isEqualTo(signed);
    }

    @Test
    void aMasterKeyHasItsLengthAndIsNotTold() {
        assertThatThrownBy(() -> startWith("c2hvcnQ="))
                .rootCause()
                .hasMessage("A master key of personal data must have 32 bytes, not 5");
        assertThatThrownBy(() -> startWith("no base64!"))
                .rootCause()
                .hasMessage("The master keys of personal data must be base64, separated by commas");
    }

    @Test
    void whoseItIsMustBeSaidInTheEvent() {
        assertThatThrownBy(() -> EventTypes.of(Careless.class))
                .hasMessageEndingWith("Careless.name must be a text, and guest a component beside it");
    }

    @EventName("guest.careless.v1")
    record Careless(
            String guestId, @PersonalData(of = "guest") String name) {}

    /** One that does not come up leaves its registry in the global one, where it would disturb what other tests count. */
    private static ConfigurableApplicationContext startWith(String masterKeys) {
        return startBeside(
                "--management.metrics.use-global-registry=false",
                "--servicepartner.personal-data.master-key=" + masterKeys,
                "--spring.cloud.stream.default.consumer.auto-startup=false");
    }

    private Signed read(String stored) {
        return (Signed) form.read("guest.signed.v1", stored);
    }

    private void erase() {
        transaction.executeWithoutResult(status -> keys.erase(guest, UUID.randomUUID()));
    }
}
