package org.servicepartner.platform.personaldata;

/** What is stored in place of personal data. */
public interface PersonalDataCipher {
    /**
     * @param subject whose it is
     * @return {@link PersonalData#ERASED} if the subject has been erased
     */
    String encrypt(String subject, String value);

    /**
     * @param stored as it was encrypted, or plain
     * @return {@link PersonalData#ERASED} if the key is gone; what is plain as it is
     */
    String decrypt(String stored);

    /** Stands for whoever has the address, in any letter case, without telling it. */
    String subjectOf(String address);
}
