<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#-- As in the parent theme, without its positive tabindex, which takes the keyboard past everything else. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("logoutConfirmTitle")}
    <#elseif section = "form">
        <p>${msg("logoutConfirmHeader")}</p>
        <form class="${properties.kcFormClass!}" action="${url.logoutConfirmAction}" onsubmit="confirmLogout.disabled = true; return true;" method="POST">
            <input type="hidden" name="session_code" value="${logoutConfirm.code}">
            <@buttons.actionGroup>
                <@buttons.button id="kc-logout" name="confirmLogout" label="doLogout" />
            </@buttons.actionGroup>
        </form>
    </#if>
</@layout.registrationLayout>
