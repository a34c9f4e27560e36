#include "app/mapping/consent_words.h"

namespace rowlift {

// Languages in the order en, de, fr, es, it, nl, pt, pl, sv/no/da, ja.

QStringView stopPhrases()
{
    return u"opt out|opted out|optout|optedout|unsubscribe|unsubscribed|unsubscribes|unsubscription|unsub|"
           u"do not call|do not contact|do not email|do not e mail|do not mail|do not sms|do not text|"
           u"do not phone|do not fax|do not send|do not market|do not bulk email|do not postal mail|"
           u"do not allow|don t call|don t contact|don t email|don t mail|donotcall|donotcontact|"
           u"donotemail|donotmail|dnc|dncr|no calls|no contact|no email|no emails|no e mail|no mailings|"
           u"no newsletter|no newsletters|no marketing|no advertising|no phone calls|marketing suspended|"
           u"email suspended|black listed|blacklisted|blacklist|block listed|blocklisted|consent withdrawn|"
           u"consent revoked|withdrawn consent|revoked consent|"
           u"abgemeldet|abmeldung|abbestellt|abbestellung|ausgetragen|widerrufen|widerruf|werbewiderspruch|"
           u"werbesperre|sperrvermerk|robinsonliste|kein newsletter|keine newsletter|keine werbung|"
           u"keine e mail|keine email|keine mails|keine e mails|keine anrufe|kein kontakt|keine post|"
           u"kein fax|nicht anrufen|nicht kontaktieren|nicht anschreiben|nicht mailen|anrufsperre|"
           u"telefonsperre|mailsperre|kontaktsperre|postsperre|faxsperre|"
           u"désabonné|désabonnée|désabonnement|désinscrit|désinscrite|désinscription|ne pas appeler|"
           u"ne pas contacter|ne pas envoyer|ne plus contacter|pas de mail|pas d email|pas de newsletter|"
           u"pas de démarchage|"
           u"dado de baja|de baja|desuscrito|desuscripción|no llamar|no contactar|no enviar|no desea|"
           u"no quiere|lista robinson|"
           u"disiscritto|disiscritta|disiscrizione|non chiamare|non contattare|non inviare|non telefonare|"
           u"afgemeld|afmelding|uitgeschreven|uitschrijving|niet bellen|niet mailen|niet benaderen|"
           u"niet contacteren|geen nieuwsbrief|geen mail|geen e mail|geen email|geen post|bel me niet|"
           u"descadastrado|descadastro|cancelou inscrição|não ligar|não telefonar|não contactar|"
           u"não contatar|não enviar|"
           u"wypisany|wypisana|wypis|rezygnacja|nie dzwonić|nie wysyłać|nie kontaktować|"
           u"avregistrerad|avanmäld|avprenumererad|avmeldt|frameldt|ring inte|ej ringa|kontakta inte|"
           u"ej kontakt|ikke ring|ikke kontakt|reserverad mot|reservert mot|"
           u"配信停止|配信不要|配信拒否|オプトアウト|電話不可|電話禁止|連絡不可|受信拒否|解除";
}

QStringView allowPhrases()
{
    return u"opt in|opted in|optin|optedin|subscribe|subscribed|subscribes|consent|consents|consented|"
           u"newsletter|newsletters|einwilligung|eingewilligt|zustimmung|zugestimmt|einverständnis|"
           u"einverstanden|abonniert|abonnent|consentement|abonné|abonnée|abonnement newsletter|"
           u"consentimiento|suscrito|suscrita|suscripción|boletín|consenso|iscritto|iscritta|toestemming|"
           u"nieuwsbrief|consentimento|zgoda|samtycke|samtykke|prenumererar|prenumerant|nyhetsbrev|"
           u"nyhedsbrev|同意|メルマガ|オプトイン|配信希望|配信許可|購読|受信許可";
}

QStringView weakStopWords()
{
    return u"suspended|blocked|block|suppress|suppressed|suppression|stop|stopped|refused|declined|rejected|"
           u"exclude|excluded|exclusion|forbidden|sperre|gesperrt|verbot|verboten|untersagt|abgelehnt|"
           u"widersprochen|widerspruch|unerwünscht|refus|refusé|bloqué|bloqueado|rechaza|bloccato|rifiuta|"
           u"geblokkeerd|geweigerd|bloqueado|zablokowany|spärrad|sperret|spærret|拒否|停止|不可|禁止|不要";
}

QStringView weakAllowWords()
{
    return u"allow|allowed|allows|accept|accepted|accepts|agree|agreed|agrees|permission|permissions|"
           u"permitted|ok|okay|receive|receives|wants|wanted|signup|sign up|signed up|subscription|"
           u"erlaubt|erlaubnis|freigabe|freigegeben|angemeldet|anmeldung|gewünscht|erwünscht|erhalten|"
           u"empfang|empfangen|abo|genehmigt|autorise|autorisé|accepte|accepté|accord|inscrit|inscrite|"
           u"inscription|souhaite|abonnement|acepta|autoriza|permite|desea|inscrito|accetta|autorizza|"
           u"iscrizione|desidera|akkoord|aangemeld|ingeschreven|inschrijving|ontvangen|aceita|inscrição|"
           u"permitido|deseja|zapisany|zapis|akceptuje|godkänner|godkänt|godkender|anmäld|påmeldt|tilmeldt|"
           u"tilmelding|許可|希望|承諾";
}

QStringView negations()
{
    return u"not|no|never|without|nicht|kein|keine|keinen|ohne|ne|pas|sans|sin|non|senza|niet|geen|zonder|"
           u"não|sem|nie|bez|inte|ej|ikke|utan|uden|withdrawn|revoked|widerrufen|retiré|revocado|revocato|"
           u"ingetrokken|revogado|wycofana";
}

QStringView aboutConsentWords()
{
    return u"date|datum|time|timestamp|datetime|zeit|zeitpunkt|reason|cause|grund|source|quelle|ip|text|"
           u"wording|wortlaut|version|url|link|page|form|formular|method|type|typ|art|id|count|counter|"
           u"anzahl|number|by|log|hash|token|expiry|expires|until|bis|since|seit|at|note|notes|comment|"
           u"history|agent|key|score|name|motif|raison|motivo|razón|fecha|fuente|data|fonte|reden|bron|"
           u"powód|źródło|orsak|årsag|owner|user|language|sprache|frequency|last|title|subject|campaign|"
           u"日|日時|理由|件数";
}

QStringView answerPairs()
{
    return u"yes no|ja nein|y n|j n|oui non|sí no|sim não|tak nie|ja nee|ja nej|ja nei|true false|1 0|0 1";
}

QStringView fillerWords()
{
    return u"has|have|been|is|of|from|for|to|by|per|via|in|on|an|am|auf|zu|zum|zur|für|von|vom|der|die|das|"
           u"dem|den|des|de|du|la|le|les|el|lo|il|à|al|alla|por|para|aan|voor|op|do|da|dos|na|til|och|og|"
           u"und|and|or|oder|et|y|e|en|the|a|i|we|you|your|us|me|my|given|status|flag|list|gdpr|dsgvo|"
           u"rgpd|rodo|double|single|please|bitte|customer|kunde|person|contact|member|send";
}

QStringView emailWords()
{
    return u"email|emails|mail|mails|mailing|mailings|newsletter|newsletters|courriel|mél|correo|boletín|"
           u"posta elettronica|mailen|nieuwsbrief|mejl|epost|nyhetsbrev|nyhedsbrev|メール|メルマガ";
}

QStringView phoneWords()
{
    return u"phone|phones|call|calls|calling|telephone|telemarketing|tel|telefon|telefonisch|telefonwerbung|"
           u"anruf|anrufe|anrufen|anrufsperre|telefonsperre|dnc|dncr|donotcall|téléphone|téléphonique|"
           u"appel|appels|appeler|démarchage|teléfono|llamar|llamadas|telefono|chiamare|chiamate|"
           u"telefonare|telefoon|bellen|bel|telefone|ligar|telefonar|dzwonić|ring|ringa|電話";
}

QStringView textMessageWords()
{
    return u"sms|do not text|text message|text messages|texts|texting|whatsapp|whats app|mobile "
           u"message|handynachricht|push";
}

QStringView faxWords()
{
    return u"fax|telefax|faxsperre|télécopie|faks|ファックス";
}

QStringView postWords()
{
    return u"post|postal|direct mail|letter|letters|brief|briefe|briefpost|briefwerbung|postsperre|"
           u"courrier|postale|carta|posta|listowna|brev|catalog|catalogue|katalog|郵送|郵便";
}

QStringView elseWords()
{
    return u"terms|conditions|agb|datenschutz|privacy|cookie|cookies|tracking|profiling|third party|"
           u"third parties|third|partner|partners|dritte|photo|foto|photos|trial|plan|account|sales|"
           u"プライバシー|規約";
}

QStringView anyContactWords()
{
    return u"marketing|advertising|advertisement|ads|contact|contacting|communication|communications|"
           u"promotion|promotions|promotional|offers|news|updates|info|infos|information|werbung|werbe|"
           u"kontakt|kontaktieren|kontaktaufnahme|kommunikation|angebote|neuigkeiten|publicité|"
           u"communication|offres|publicidad|comunicaciones|ofertas|pubblicità|comunicazioni|reclame|"
           u"publicidade|comunicações|reklama|reklamy|marketingowa|kontaktować|reklam|reklame|連絡|広告|配信";
}

QStringView compoundBeginnings()
{
    return u"newsletter|werbe|email|mail|marketing|telefon|anruf|sms|fax|post|brief|kontakt|nieuwsbrief";
}

QStringView compoundEnds()
{
    return u"sperre|verbot|widerspruch|abmeldung|abbestellung|abgemeldet|abbestellt|einwilligung|zustimmung|"
           u"einverstandnis|erlaubnis|freigabe|anmeldung|angemeldet|empfang|abo|abonnent|ok|optin|optout|"
           u"werbung|toestemming|inschrijving|afmelding|consent|permission";
}

QStringView stopValues()
{
    return u"unsubscribed|unsubscribe|opted out|opt out|optout|out|no contact|do not contact|do not email|"
           u"do not call|blocked|blacklisted|suppressed|withdrawn|revoked|denied|declined|refused|rejected|"
           u"not subscribed|not opted in|never subscribed|no consent|"
           u"abgemeldet|abbestellt|ausgetragen|widerrufen|abgelehnt|gesperrt|nicht angemeldet|"
           u"nicht abonniert|nicht erteilt|nicht erlaubt|kein newsletter|keine werbung|"
           u"désabonné|désabonnée|désinscrit|désinscrite|refusé|non abonné|non inscrit|"
           u"baja|dado de baja|desuscrito|no suscrito|rechazado|"
           u"disiscritto|disiscritta|cancellato|rifiutato|non iscritto|"
           u"afgemeld|uitgeschreven|geweigerd|niet aangemeld|"
           u"descadastrado|recusado|não inscrito|wypisany|wypisana|niezapisany|odmowa|"
           u"avregistrerad|avanmäld|avmeldt|frameldt|nekat|配信停止|拒否|解除|不可|オプトアウト";
}

QStringView allowValues()
{
    return u"subscribed|subscribe|opted in|opt in|optin|in|double opt in|single opt in|doi|soi|confirmed|"
           u"consented|consent|granted|given|accepted|agreed|allowed|"
           u"angemeldet|abonniert|eingewilligt|zugestimmt|bestätigt|erteilt|erlaubt|"
           u"abonné|abonnée|inscrit|inscrite|accepté|suscrito|suscrita|aceptado|"
           u"iscritto|iscritta|accettato|aangemeld|ingeschreven|akkoord|inscrito|inscrita|aceito|"
           u"zapisany|zapisana|zgoda|anmäld|prenumererar|påmeldt|tilmeldt|同意|許可|購読中|オプトイン";
}

} // namespace rowlift
