<#macro content>
  <div class="after">
    <#if pageId?? && pageId == "login">
      <p>${msg("accountByInvitation")}</p>
    <#elseif pageId?? && pageId == "error">
      <p>${msg("errorAdvice")}</p>
    </#if>
    <#-- The pages of errors and infos have this link of their own. -->
    <#if (client.baseUrl)?has_content && !isAppInitiatedAction?? && !["error", "info"]?seq_contains(pageId!'')>
      <p><a href="${client.baseUrl}">${msg("toThePortal")}</a></p>
    </#if>
  </div>
</#macro>
