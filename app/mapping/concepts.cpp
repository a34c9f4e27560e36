#include "app/mapping/concepts.h"

#include <array>

namespace rowlift {

namespace {

// Languages in the order en, de, fr, es, it, nl, pt, pl, sv/no/da, ja. Case, accents, blanks and signs do not
// matter.
constexpr std::array allConcepts {
    ConceptWords {
        Concept::Salutation,
        u"salutation|prefix|name prefix|honorific|courtesy title|form of address|mr mrs|mr ms|"
        u"anrede|namenspräfix|civilité|formule de politesse|tratamiento|saludo|titolo di cortesia|"
        u"appellativo|aanhef|aanspreektitel|tratamento|saudação|pronome de tratamento|zwrot grzecznościowy|"
        u"forma grzecznościowa|tilltal|hälsningsfras|tiltale|敬称" },
    ConceptWords {
        Concept::FirstName,
        u"first name|firstname|fname|f name|first nm|given name|given names|forename|christian name|=first|"
        u"vorname|vornamen|rufname|prénom|prénoms|nombre de pila|primer nombre|nombres|nome di battesimo|"
        u"voornaam|voornamen|roepnaam|primeiro nome|nome próprio|imię|imiona|förnamn|tilltalsnamn|fornavn|"
        u"etunimi|名|first name mei|めい|下の名前" },
    ConceptWords {
        Concept::MiddleName,
        u"middle name|middlename|mname|middle initial|additional name|second given name|mi|zweiter vorname|"
        u"weitere vornamen|mittelname|deuxième prénom|segundo nombre|secondo nome|tweede naam|nome do meio|"
        u"drugie imię|mellannamn|mellomnavn|mellemnavn|ミドルネーム" },
    ConceptWords {
        Concept::LastName,
        u"last name|lastname|lname|l name|last nm|surname|family name|second name|=last|"
        u"nachname|familienname|zuname|nachnamen|nom de famille|nom de naissance|apellido|apellidos|"
        u"primer apellido|cognome|achternaam|familienaam|sobrenome|apelido|último nome|nazwisko|efternamn|"
        u"etternavn|efternavn|sukunimi|姓|苗字|名字|せい" },
    ConceptWords { Concept::PersonName, u"name|nom|nombre|nome|naam|namn|navn" },
    ConceptWords {
        Concept::FullName,
        u"full name|fullname|display name|contact name|customer name|complete name|first and last name|"
        u"first name last name|name of contact|file as|person|contact|contact person|attendee name|"
        u"vollständiger name|vor und nachname|vorname nachname|name vorname|nachname vorname|"
        u"ansprechpartner|kontaktperson|kontakt|nom complet|nom et prénom|nom prénom|prénom nom|"
        u"prénom et nom|nombre completo|nombre y apellidos|nombre y apellido|nome completo|"
        u"nome e cognome|nome cognome|cognome e nome|volledige naam|nome e sobrenome|imię i nazwisko|"
        u"nazwisko i imię|pełne imię|hela namnet|fullständigt namn|fullt navn|fulde navn|氏名|名前|お名前|"
        u"担当者名|担当者|フルネーム|twoje imię i nazwisko" },
    ConceptWords { Concept::Suffix,
                   u"suffix|name suffix|namenszusatz|suffixe|sufijo|suffisso|achtervoegsel|sufixo|"
                   u"przyrostek" },
    ConceptWords {
        Concept::Email,
        u"email|e mail|mail|email address|mail address|email addr|email id|emailadr|eml|primary email|"
        u"mailadresse|emailadresse|elektronische post|adresse email|adresse mail|adresse de messagerie|"
        u"adresse électronique|courriel|mél|correo|correo electrónico|dirección de correo|"
        u"dirección de correo electrónico|dirección de email|posta elettronica|indirizzo email|"
        u"indirizzo mail|indirizzo di posta elettronica|mailadres|emailadres|endereço de email|"
        u"correio eletrônico|correio electrónico|adres email|adres e mail|poczta elektroniczna|epost|"
        u"e post|epostadress|e postadress|mejl|mejladress|epostadresse|sähköposti|メール|メールアドレス|"
        u"eメール|電子メール|user email|email value|email 1|email 1 value|email1" },
    ConceptWords {
        Concept::Phone,
        u"phone|telephone|phone number|telephone number|phone no|tel|tel no|tel number|ph|phone value|"
        u"phone 1|phone 1 value|contact number|contact phone|daytime phone|landline|"
        u"telefon|telefonnummer|telefonnr|rufnummer|festnetz|fernsprecher|tel nr|téléphone|"
        u"numéro de téléphone|téléphone fixe|n de téléphone|no de téléphone|teléfono|número de teléfono|"
        u"teléfono fijo|telefono|numero di telefono|numero telefono|telefono fisso|telefoon|"
        u"telefoonnummer|vaste telefoon|telefone|número de telefone|telefone fixo|numer telefonu|"
        u"nr telefonu|nr tel|telefonnr|tlf|puhelin|puhelinnumero|電話|電話番号|tel直通|tel番号" },
    ConceptWords { Concept::PerhapsPhone, u"number|nummer|numéro|numero|número" },
    ConceptWords {
        Concept::Mobile,
        u"mobile|mobile phone|mobile number|mobile no|mobile phone number|cell|cell phone|cellphone|"
        u"cell number|cellular|mob|sms number|phone mobile|handy|handynummer|mobil|mobiltelefon|"
        u"mobilnummer|mobilfunk|mobilfunknummer|portable|téléphone portable|téléphone mobile|tél mobile|"
        u"tél portable|numéro de portable|móvil|teléfono móvil|celular|teléfono celular|número de celular|"
        u"cellulare|numero di cellulare|telefono cellulare|telefono mobile|mobiel|mobiele telefoon|"
        u"mobiel nummer|mobiele nummer|gsm|telemóvel|telefone celular|telefone móvel|komórka|"
        u"telefon komórkowy|numer komórkowy|nr komórki|mobiltelefonnummer|mobilnr|matkapuhelin|携帯|"
        u"携帯電話|携帯番号|携帯電話番号" },
    ConceptWords {
        Concept::HomePhone,
        u"home phone|home telephone|home number|phone home|private phone|telefon privat|privattelefon|"
        u"telefon zuhause|téléphone domicile|téléphone personnel|teléfono particular|teléfono de casa|"
        u"telefono casa|telefono abitazione|telefoon thuis|telefoon privé|telefone residencial|"
        u"telefone de casa|telefon domowy|hemtelefon|自宅電話|自宅電話番号" },
    ConceptWords { Concept::OtherPhone,
                   u"other phone|alternate phone|alternative phone|weiteres telefon|"
                   u"anderes telefon|autre téléphone|otro teléfono|altro telefono|"
                   u"andere telefoon|outro telefone|inny telefon|annan telefon" },
    ConceptWords {
        Concept::CompanyPhone,
        u"company phone|company main phone|corporate phone|main phone|switchboard|hq phone|account phone|"
        u"organization phone|zentrale|telefonzentrale|telefon zentrale|standard téléphonique|standard|"
        u"centralita|centralino|centrale|hoofdnummer|central telefônica|centrala|växel|会社電話|会社電話番号|"
        u"tel会社|代表電話|代表電話番号" },
    ConceptWords {
        Concept::AssistantPhone,
        u"assistant phone|assistants phone|asst phone|telefon assistent|assistent telefon|telefon assistenz|"
        u"téléphone assistant|téléphone de l assistant|téléphone de l assistant e|teléfono del asistente|"
        u"telefono assistente|telefoon assistent|telefone do assistente|telefon asystenta" },
    ConceptWords {
        Concept::AssistantName,
        u"assistant|assistant name|assistants name|asst name|name assistent|name assistenz|assistenz|"
        u"nom de l assistant|nom de l assistant e|nombre del asistente|nome assistente|"
        u"nome dell assistente|naam assistent|nome do assistente|imię asystenta" },
    ConceptWords {
        Concept::Fax,
        u"fax|fax number|fax no|facsimile|telefax|faxnummer|fax nr|télécopie|numéro de fax|télécopieur|"
        u"número de fax|numero fax|numero di fax|faks|numer faksu|ファックス|ファクス|fax番号" },
    ConceptWords {
        Concept::JobTitle,
        u"title|job title|jobtitle|job|job ttl|position|job position|job role|role|designation|occupation|"
        u"profession|your role|work title|berufsbezeichnung|stellenbezeichnung|funktion|jobtitel|beruf|"
        u"titel|stellung|titre|fonction|poste|intitulé de poste|intitulé du poste|titre du poste|cargo|"
        u"puesto|puesto de trabajo|título|título profesional|profesión|ocupación|titolo|qualifica|"
        u"ruolo|posizione lavorativa|mansione|professione|incarico|functie|functietitel|beroep|"
        u"função|profissão|posição|stanowisko|zawód|befattning|yrke|arbetstitel|tittel|stilling|役職|"
        u"役職名|肩書|肩書き|職位|職業" },
    ConceptWords {
        Concept::Department,
        u"department|dept|dept name|division|abteilung|bereich|abt|département entreprise|departamento|"
        u"dipartimento|reparto|ufficio|afdeling|setor|dział|avdelning|avdeling|afdelning|部署|部署名|部門|"
        u"所属" },
    ConceptWords { Concept::PerhapsDepartment, u"service" },
    ConceptWords {
        Concept::Company,
        u"company|company name|organization|organisation|organization name|organisation name|org|org name|"
        u"employer|business|business name|account name|account|firm|=co|company or organization|"
        u"current company|which company do you work for|firma|firmenname|unternehmen|firmenbezeichnung|"
        u"name der firma|arbeitgeber|organisationsname|unternehmensname|société|entreprise|"
        u"nom de la société|nom de l entreprise|raison sociale|nom société|nom entreprise|empresa|"
        u"nombre de la empresa|nombre empresa|compañía|organización|razón social|azienda|società|impresa|"
        u"nome azienda|ragione sociale|ditta|bedrijf|bedrijfsnaam|organisatie|organisatienaam|werkgever|"
        u"nome da empresa|organização|razão social|companhia|nazwa firmy|przedsiębiorstwo|nazwa|"
        u"pracodawca|organizacja|företag|företagsnamn|bolag|arbetsgivare|bedrift|virksomhed|firmanavn|"
        u"yritys|会社|会社名|企業名|法人名|勤務先|御社名|貴社名" },
    ConceptWords {
        Concept::Website,
        u"website|web site|web page|webpage|homepage|url|web|www|website url|company website|company url|"
        u"site web|internet|internetseite|webseite|webadresse|internetadresse|page web|site internet|"
        u"sitio web|página web|web de la empresa|sito|sito web|sito internet|pagina web|webpagina|"
        u"página da web|página de internet|strona|strona www|strona internetowa|webbplats|hemsida|"
        u"webbsida|nettside|hjemmeside|ホームページ|ウェブサイト|サイトurl|hp" },
    ConceptWords {
        Concept::LinkedIn,
        u"linkedin|linkedin url|linkedin profile|linkedin profile url|person linkedin url|linkedin link|"
        u"linkedin profil|profil linkedin|perfil de linkedin|profilo linkedin|linkedin address|"
        u"linkedinurl|personal linkedin" },
    ConceptWords { Concept::Twitter,
                   u"twitter|twitter handle|twitter url|twitter username|twitter account|x handle" },
    ConceptWords {
        Concept::Street,
        u"street|street address|address|address 1|address1|address line 1|address line1|address line|"
        u"address one|addr|addr1|street addr|street 1|street line 1|street name|street and number|"
        u"postal address|mailing address|straße|strasse|str|straße hausnummer|straße und hausnummer|"
        u"straße nr|straße und nr|adresse|anschrift|adresszeile 1|postanschrift|rue|adresse 1|"
        u"adresse ligne 1|adresse postale|numéro et rue|voie|n et rue|calle|dirección|dirección 1|"
        u"calle y número|domicilio|direccion postal|via|indirizzo|indirizzo 1|via e numero|"
        u"indirizzo postale|straat|adres|adresregel 1|straatnaam|straat en huisnummer|straat huisnummer|"
        u"adres 1|rua|endereço|endereço 1|morada|logradouro|ulica|ulica i numer|gata|adress|gatuadress|"
        u"adressrad 1|gate|gade|vej|postadresse|住所|住所1|番地|町名番地|所在地" },
    ConceptWords {
        Concept::City,
        u"city|town|post town|city town|town city|city name|locality|suburb|city locality|place of "
        u"residence|ort|"
        u"stadt|wohnort|ortschaft|ville|commune|localité|ciudad|localidad|población|municipio|poblacion|"
        u"città|comune|località|plaats|woonplaats|stad|cidade|localidade|município|miasto|miejscowość|"
        u"postort|poststed|stad ort|市区町村|市町村|市|都市" },
    ConceptWords {
        Concept::State,
        u"state|province|state province|state or province|state region|county|region|prefecture|"
        u"state county|federal state|st prov|prov|bundesland|kanton|landkreis|landesteil|région|"
        u"dép région|département|canton|état|province état|provincia|estado|comunidad autónoma|región|"
        u"estado provincia|regione|provincie|estado uf|uf|distrito|województwo|wojewodztwo|län|landskap|"
        u"fylke|都道府県|県|州" },
    ConceptWords { Concept::StateCode,
                   u"state code|province code|state abbreviation|bundeslandkürzel|kantonskürzel|"
                   u"code région|código de estado|codice provincia" },
    ConceptWords { Concept::StateOrCountry, u"staat" },
    ConceptWords {
        Concept::PostalCode,
        u"postal code|postalcode|zip|zip code|zipcode|postcode|post code|zip postal|zip postal code|pin code|"
        u"pincode|plz|postleitzahl|code postal|cp|código postal|c p|codice postale|cap|codice avviamento|"
        u"postkod|cep|código de endereçamento postal|kod pocztowy|kod|postnummer|postnr|postal|"
        u"postinumero|郵便番号|〒" },
    ConceptWords {
        Concept::Country,
        u"country|country name|country region|nation|ctry|country of residence|land|staat land|"
        u"ländername|pays|pays région|pays de résidence|país|pais región|país de residencia|paese|nazione|"
        u"stato nazione|land regio|land region|país região|kraj|państwo|maa|国|国名|国・地域|国地域" },
    ConceptWords {
        Concept::CountryCode,
        u"country code|country iso|country iso code|iso country|iso country code|iso code|ländercode|"
        u"länderkürzel|länderkennzeichen|landcode|ländercode iso|land iso|land code|code pays|pays iso|"
        u"código de país|código país|codice paese|codice nazione|landcode|código do país|kod kraju|"
        u"landskod|国コード" },
    ConceptWords {
        Concept::Birthdate,
        u"birthday|birthdate|birth date|date of birth|dob|born|born on|geburtstag|geburtsdatum|"
        u"geboren am|geb datum|gebdatum|geb dat|date de naissance|anniversaire|naissance|"
        u"né le|fecha de nacimiento|cumpleaños|fecha nacimiento|nacimiento|f nacimiento|data di nascita|"
        u"data nascita|compleanno|nascita|nato il|geboortedatum|verjaardag|geboren|data de nascimento|"
        u"nascimento|aniversário|data urodzenia|urodziny|födelsedag|födelsedatum|fødselsdato|fødselsdag|"
        u"syntymäaika|生年月日|誕生日" },
    ConceptWords { Concept::Gender,
                   u"gender|sex|geschlecht|sexe|genre|género|sexo|genere|sesso|geslacht|gênero|płeć|"
                   u"kön|kjønn|køn|性別" },
    ConceptWords {
        Concept::Language,
        u"language|preferred language|lang|locale|language preference|sprache|korrespondenzsprache|"
        u"bevorzugte sprache|langue|langue préférée|idioma|idioma preferido|lingua|lingua preferita|taal|"
        u"voorkeurstaal|língua|język|preferowany język|språk|sprog|言語|使用言語" },
    ConceptWords {
        Concept::Industry,
        u"industry|sector|industry sector|business sector|line of business|industry type|"
        u"which industry best describes your company|what industry are you in|branche|industrie|"
        u"wirtschaftszweig|secteur|secteur d activité|industria|sector de actividad|settore|"
        u"settore di attività|sector bedrijf|setor de atividade|indústria|ramo de atividade|branża|"
        u"sektor|bransch|bransje|業種|業界" },
    ConceptWords {
        Concept::Employees,
        u"employees|number of employees|employee count|no of employees|num employees|company size|headcount|"
        u"team size|staff count|# employees|size of company|how many people work at your company|"
        u"how many employees|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|mitarbeiteranzahl|"
        u"beschäftigte|firmengröße|unternehmensgröße|effectif|nombre d employés|effectifs|"
        u"nombre de salariés|empleados|número de empleados|tamaño de la empresa|dipendenti|"
        u"numero di dipendenti|numero dipendenti|medewerkers|aantal medewerkers|aantal werknemers|"
        u"funcionários|número de funcionários|liczba pracowników|antal anställda|anställda|従業員数|社員数" },
    ConceptWords {
        Concept::Revenue,
        u"annual revenue|revenue|yearly revenue|company revenue|turnover|annual turnover|annual sales|"
        u"jahresumsatz|umsatz|chiffre d affaires|ingresos anuales|facturación anual|fatturato|"
        u"fatturato annuo|jaaromzet|omzet|receita anual|faturamento anual|roczny przychód|"
        u"przychody roczne|årsomsättning|omsättning|年間売上|売上高|年商" },
    ConceptWords {
        Concept::LeadSource,
        u"lead source|source|origin|contact source|original source|how did you hear about us|heard about us|"
        u"where did you hear about us|source of lead|referral source|leadquelle|quelle|herkunft|"
        u"wie haben sie von uns erfahren|leadherkunft|source du prospect|origine|origine du prospect|"
        u"comment avez vous entendu parler de nous|origen|fuente|origen del prospecto|fonte|origine lead|"
        u"fonte lead|come ci hai conosciuto|bron|leadbron|hoe heeft u ons gevonden|origem|origem do lead|"
        u"fonte do lead|como nos conheceu|źródło|źródło leada|skąd o nas wiesz|källa|leadkälla|kilde|"
        u"リードソース|流入元|きっかけ" },
    ConceptWords { Concept::LeadStatus,
                   u"lead status|status|sales status|leadstatus|statut|statut du prospect|"
                   u"estado del lead|stato lead|leadstatus|status leada|リードステータス" },
    ConceptWords { Concept::Rating, u"rating|lead rating|lead temperature|temperature|bewertung" },
    ConceptWords { Concept::Score, u"score|lead score|leadscore|lead scoring|punktzahl" },
    ConceptWords { Concept::JobFunction,
                   u"job function|function area|functional area|job area|funktionsbereich|"
                   u"職種" },
    ConceptWords { Concept::Seniority,
                   u"seniority|seniority level|management level|job level|karrierestufe|"
                   u"hierarchiestufe" },
    ConceptWords {
        Concept::Notes,
        u"notes|note|comments|comment|description|remarks|remark|memo|additional notes|"
        u"additional information|message|bemerkung|bemerkungen|notiz|notizen|kommentar|kommentare|"
        u"anmerkung|anmerkungen|beschreibung|nachricht|remarque|remarques|commentaire|commentaires|"
        u"observations|notas|nota|comentarios|comentario|observaciones|descripción|commenti|commento|"
        u"osservazioni|descrizione|opmerking|opmerkingen|notities|notitie|toelichting|observações|"
        u"observação|comentários|descrição|anotações|uwagi|notatki|notatka|komentarz|opis|"
        u"anteckningar|anteckning|kommentarer|beskrivning|merknad|bemærkninger|備考|メモ|コメント|説明" },
    ConceptWords { Concept::Interests,
                   u"interests|areas of interest|interested in|interessen|interessensgebiete|"
                   u"centres d intérêt|intereses|interessi|interesses" },
    ConceptWords {
        Concept::OptIn,
        u"opt in|optin|opted in|email opt in|marketing opt in|marketing consent|consent|email consent|"
        u"gdpr consent|marketing consent gdpr|consent given|newsletter|newsletter opt in|newsletter signup|"
        u"subscribe|accepts marketing|accepts email marketing|email marketing consent|permission|"
        u"email permission|marketing permission|allow marketing communication|allow email|"
        u"allow marketing|i agree to receive marketing emails|may we send you product news by email|"
        u"agree to marketing|receive newsletter|marketing emails|einwilligung|marketing einwilligung|"
        u"einwilligung marketing|werbeeinwilligung|newsletter ja nein|newsletter anmeldung|"
        u"newsletter ok|email einwilligung|zustimmung|newsletter gewünscht|consentement|"
        u"consentement marketing|abonné newsletter|inscription newsletter|accepte newsletter|"
        u"consentimiento|consentimiento marketing|acepta publicidad|acepta comunicaciones comerciales|acepta "
        u"recibir publicidad|acepta marketing|"
        u"suscrito al boletín|consenso|consenso marketing|iscrizione newsletter|toestemming|"
        u"marketing toestemming|nieuwsbrief|nieuwsbrief toestemming|consentimento|"
        u"consentimento marketing|aceita marketing|zgoda|zgoda marketingowa|zgoda na marketing|"
        u"samtycke|marknadsföringssamtycke|nyhetsbrev|samtykke|メルマガ|メルマガ登録|メール配信許可|同意" },
    ConceptWords {
        Concept::OptOut,
        u"opt out|optout|opted out|email opt out|email optout|has opted out of email|opted out of email|"
        u"unsubscribed|unsub|unsubscribe|do not email|no email|unsubscribed from email|"
        u"email unsubscribed|do not send email|no mailings|newsletter abbestellt|abgemeldet|abbestellt|"
        u"newsletter abgemeldet|kein newsletter|keine e mail|keine werbung|widerspruch|"
        u"widerruf|werbesperre|désabonné|désinscrit|pas de mail|ne pas envoyer de mail|désinscription|"
        u"baja|dado de baja|no enviar email|no desea recibir emails|disiscritto|non inviare email|"
        u"cancellato|afgemeld|uitgeschreven|geen e mail|geen nieuwsbrief|descadastrado|não enviar email|"
        u"cancelou inscrição|wypisany|rezygnacja|nie wysyłać e mail|avregistrerad|avanmäld|avmeldt|"
        u"frameldt|配信停止|メール配信停止|オプトアウト" },
    ConceptWords {
        Concept::DoNotCall,
        u"do not call|dnc|do not phone|no calls|no phone|donotcall|phone opt out|call opt out|"
        u"please do not call me|nicht anrufen|keine anrufe|anrufsperre|telefonsperre|ne pas appeler|"
        u"no llamar|non chiamare|niet bellen|não ligar|não telefonar|nie dzwonić|ring inte|ej ringa|"
        u"電話不可|電話禁止" },
    ConceptWords { Concept::FaxOptOut,
                   u"fax opt out|has opted out of fax|opted out of fax|do not fax|kein fax" },
    ConceptWords {
        Concept::ConsentDate,
        u"consent date|date of consent|email opt in date|email optin date|opt in timestamp|optin "
        u"timestamp|opt in date|optin date|opt in time|optin time|gdpr consent date|"
        u"consent timestamp|subscription date|subscribed at|datum der einwilligung|einwilligungsdatum|"
        u"einwilligung am|opt in datum|date de consentement|date du consentement|"
        u"fecha de consentimiento|data del consenso|data consenso|toestemmingsdatum|"
        u"data de consentimento|data do consentimento|data zgody|samtyckesdatum|同意日" },
    ConceptWords {
        Concept::CustomerNumber,
        u"customer number|customer no|customer id|client id|client number|client no|account number|crm id|"
        u"crm key|external id|external crm id|legacy id|legacy crm id|prospect id|contact key|"
        u"subscriber key|customer key|kundennummer|kundennr|kunden nr|kunden id|kdnr|kd nr|debitorennummer|"
        u"numéro client|numéro de client|n client|code client|id client|número de cliente|nº cliente|"
        u"codigo de cliente|codice cliente|numero cliente|id cliente|klantnummer|klantnr|klant id|"
        u"código do cliente|número do cliente|numer klienta|nr klienta|id klienta|kundnummer|kund id|"
        u"kundenummer|顧客番号|顧客id|お客様番号" },
    ConceptWords {
        Concept::MemberNumber,
        u"member number|member no|member id|membership number|membership id|membership no|mitgliedsnummer|"
        u"mitgliedsnr|mitglieds nr|numéro de membre|numéro d adhérent|número de socio|numero socio|"
        u"lidnummer|número de sócio|numer członkowski|medlemsnummer|会員番号" },
    ConceptWords { Concept::AccountId, u"account id|accountid" },
    ConceptWords { Concept::RecordId,
                   u"id|contact id|lead id|record id|salesforce id|sfdc id|contactid|leadid|"
                   u"contact id 18|lead id 18" },
    ConceptWords { Concept::UtmSource, u"utm source|utmsource|source utm" },
    ConceptWords { Concept::UtmMedium, u"utm medium|utmmedium" },
    ConceptWords { Concept::UtmCampaign, u"utm campaign|utmcampaign" },
    ConceptWords {
        Concept::Other,
        u"anniversary|nickname|username|user name|password|created|created at|created date|modified|"
        u"updated at|last modified|tags|categories|spouse|children|pager|subject|owner|contact owner|"
        u"lead owner|account owner|address 2|address2|address line 2|address two|street 2|addr2|"
        u"adresszusatz|adresszeile 2|hausnummer|house number|huisnummer|complément d adresse|"
        u"interne notiz|internal note|internal notes|priority|stage|lifecycle stage|type|ip|ip address|"
        u"date|datum|time|event|event name|order|order id|order number|order date|amount|total|currency|"
        u"campaign|campaign name|list|segment|membership|grade|counter|county code|company id|statuscode|"
        u"office|office location|birthplace|geburtsort|geburtsname|maiden name|lieu de naissance|"
        u"companion|mailing|email status|email type|phone type|contact type|gebruikersnaam|wachtwoord" },
};

constexpr std::array allBlocks {
    BlockWords { Block::Work,
                 u"work|business|office|direct|professional|bureau|beruflich|dienstlich|geschäftlich|"
                 u"geschäft|büro|travail|professionnel|professionnelle|trabajo|oficina|laboral|lavoro|"
                 u"werk|zakelijk|zakelijke|kantoor|trabalho|comercial|escritório|praca|służbowy|"
                 u"służbowa|arbete|jobb|arbets|直通" },
    BlockWords { Block::Home,
                 u"home|private|personal|privat|private|privatadresse|zuhause|domicile|personnel|"
                 u"personnelle|perso|casa|particular|abitazione|privé|thuis|residencial|domowy|domowa|"
                 u"hem|自宅" },
    BlockWords { Block::Billing,
                 u"billing|bill|invoice|invoicing|rechnung|rechnungs|rechnungsadresse|facturation|"
                 u"facturación|fatturazione|factuur|facturatie|faturamento|cobrança|faktura|請求先" },
    BlockWords { Block::Shipping,
                 u"shipping|ship|delivery|lieferung|liefer|lieferadresse|versand|livraison|envío|"
                 u"entrega|spedizione|bezorg|bezorging|verzending|dostawa|dostawy|leverans|配送先" },
    BlockWords { Block::Mailing, u"mailing|correspondence|korrespondenz" },
    BlockWords { Block::Other,
                 u"other|andere|anderer|autre|otro|otra|altro|altra|overig|outro|outra|inny|inna|annan" },
    BlockWords { Block::Company,
                 u"company|corporate|account|organization|organisation|hq|headquarters|employer|"
                 u"firma|unternehmen|entreprise|société|empresa|azienda|bedrijf" },
    BlockWords { Block::Mobile,
                 u"mobile|mobil|cell|handy|portable|móvil|cellulare|mobiel|celular|komórkowy" },
};

} // namespace

std::span<const ConceptWords> conceptWords()
{
    return allConcepts;
}

std::span<const BlockWords> blockWords()
{
    return allBlocks;
}

QStringView emptyWords()
{
    return u"1|value|person|what|s|is|are|your|my|the|a|an|and|of|which|please|enter|provide|best|to|reach|"
           u"you|on|in|at|do|"
           u"for|we|us|"
           u"me|based|contact|contacts|customer|user|lead|subscriber|attendee|registrant|participant|primary|"
           u"main|"
           u"preferred|default|current|required|optional|required "
           u"field|main|ihr|ihre|dein|deine|der|die|das|wie|"
           u"lautet|ist|bitte|angeben|pflichtfeld|kunde|kunden|votre|le|la|les|de|du|des|quel|quelle|est|su|"
           u"tu|el|"
           u"cual|es|il|lo|tuo|tua|qual|seu|sua|uw|je|wat|twoj|twoje|ditt|din|e g|obligatorio|obligatoire";
}

QStringView strangerWords()
{
    return u"2|3|4|5|second|secondary|third|alternate|alternative|zweite|zweiter|weitere|weiteres|deuxième|"
           u"segundo|"
           u"segunda|secondo|tweede|drugi|spouse|partner|manager|supervisor|assistant|emergency|parent|"
           u"father|mother|"
           u"buyer|guest|rep|owner|cc|bcc|referrer|referral|recipient|sender|agent|seller|billing "
           u"contact|vendor|host|"
           u"inviter|invited|emergency|guardian|vorgesetzter|ehepartner|empfänger|begleitung|responsable|"
           u"conjoint";
}

QStringView otherChannelWords()
{
    return u"sms|text|whatsapp|post|mail order|direct "
           u"mail|letter|brief|fax|phone|call|calls|telefon|anruf|push|"
           u"third|partner|dritte|courrier|postal|telephone|tracking|cookie|cookies|terms|agb|datenschutz|"
           u"privacy|"
           u"photo|foto|date|datum|time|zeit|ip|reason|grund|source|type|status";
}

QStringView leavingWords()
{
    return u"unsub|unsubscribe|unsubscribed|optout|abbestellt|abgemeldet|abmeldung|désabonné|désinscrit|"
           u"disiscritto|"
           u"afgemeld|uitgeschreven|descadastrado|wypisany|avregistrerad|avanmäld|avmeldt|frameldt";
}

} // namespace rowlift
