-- A store with schema 5 and one report in it: that of schema 4, and what migration 5 made of it. Never make it anew.
PRAGMA application_id = 1380996164;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,        -- of the content: adding the same again changes nothing
    run INTEGER NOT NULL REFERENCES runs,
    lineage INTEGER NOT NULL,           -- number of the article of the lineage that was added first
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    address TEXT,                       -- the URL without what does not tell pages apart; null for front pages
    title TEXT NOT NULL,
    published TEXT NOT NULL,            -- day or UTC moment
    text TEXT NOT NULL,
    record TEXT NOT NULL                -- all other fields of the article
) STRICT;
INSERT INTO "articles" VALUES(1,'19e0f316acc1dd7c','80911c7aa150060b89f02146c329bd73f8c3d7371b52d57cbab6d24977094fa5',1,1,1,'harbourpost.example/a/1','Helicopter shells mining camp in Peru','2025-03-04','Officials in Lima said on Monday that an army helicopter shelled a mining camp near Iquitos, killing at least nine people.

“We condemn the attack,” Governor Ana Quispe told Radio Amazonas.','{"id":"19e0f316acc1dd7c","raw_sha256":"0000000000000000000000000000000000000000000000000000000000000000","url":"https://harbourpost.example/a/1","title":"Helicopter shells mining camp in Peru","language":"en","publisher":{"name":"Harbour Post","domain":"harbourpost.example"},"credits":["Meridian Wire"],"byline":["Rosa Quintanilla"],"dateline":null,"published":{"value":"2025-03-04","precision":"day","evidence":"JSON-LD datePublished","conflict":true,"candidates":[{"value":"2025-03-04","evidence":"JSON-LD datePublished","score":0.9},{"value":"2025-03-09T08:00:00+00:00","evidence":"page clock","score":0.2}]},"furniture":[{"kind":"share bar","text":"Share on Facebook"}]}');
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,          -- in the report
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    parent TEXT,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, position)
) STRICT;
INSERT INTO "claims" VALUES(1,1,0,'claim1','say',NULL,'2025-03-04','2025-03-04','{"id":"claim1","content":[[124,148]],"cue":[[169,173]],"kind":"direct","act":"say","sources":[{"name":"Radio Amazonas","span":null,"kind":"outlet","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Ana Quispe","span":[158,168],"kind":"official","anonymous":false,"interested":false,"title":null,"actor":null}],"parent":null,"factuality":"CT+","date":null,"quantities":[]}');
CREATE TABLE copies (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    root INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    similarity REAL NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE TABLE copy_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    claim TEXT,                         -- id of the claim that asserts it first
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (article, position)
) STRICT;
INSERT INTO "events" VALUES(1,1,0,'event1','ASSAULT',NULL,'2025-03-03','2025-03-03','{"id":"event1","type":"ASSAULT","mode":"aerial","contexts":["military"],"quad":"material conflict","intensity":-9.0,"cameo":"195","actors":[{"name":"Peruvian army","text":"an army helicopter","span":null,"country":"PER","sectors":["MIL"],"title":null,"alleged":false}],"recipients":[{"name":"miners","text":"a mining camp","span":null,"country":"PER","sectors":["CVL"],"title":null,"alleged":true}],"date":{"start":"2025-03-03","end":"2025-03-04","precision":"day","text":"on Monday","span":null},"place":{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null},"items":[{"text":"an army helicopter","span":[38,56],"category":"aircraft","count":null,"action":null}],"quantities":[{"kind":"killed","value":9.0,"low":9.0,"high":null,"unit":"people","currency":null,"per":null,"modifier":"at least","text":"at least nine people","span":[101,121]}],"standing":"reported","modality":"actual","factuality":"CT+","claim":null,"sources":[{"name":"Harbour Post","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Meridian Wire","span":null,"kind":"wire","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Officials","span":[0,9],"kind":"official","anonymous":true,"interested":true,"title":null,"actor":null}],"trigger":[57,64],"evidence":[0,122],"mentions":[{"trigger":[57,64],"evidence":[0,122],"claim":null,"sources":[{"name":"Harbour Post","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Meridian Wire","span":null,"kind":"wire","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Officials","span":[0,9],"kind":"official","anonymous":true,"interested":true,"title":null,"actor":null}],"standing":"reported","modality":"actual","factuality":"CT+"}],"confidence":0.85,"why":["frame:shell"]}');
CREATE TABLE fingerprints (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    handle INTEGER NOT NULL UNIQUE,     -- hash of the article's id
    moment INTEGER NOT NULL,            -- of publication, in seconds; what has no date comes last
    record TEXT NOT NULL,
    keys BLOB NOT NULL,                 -- its rows in `keys`, eight bytes each
    level INTEGER NOT NULL DEFAULT 0    -- how strong the edges of its piece of the archive are, see links/pieces.py
) STRICT;
INSERT INTO "fingerprints" VALUES(1,652464927111719852,1741132799,'{"id":"19e0f316acc1dd7c","house":"harbour post","group":null,"publisher":{"name":"Harbour Post","domain":"harbourpost.example"},"credits":["Meridian Wire"],"published":"2025-03-04T23:59:59+00:00","address":"harbourpost.example/a/1","title":["helicopt","shel","mining","camp","Peru"],"sentences":[{"span":[0,122],"key":"bc19d7fc923ee21b","words":21,"terms":["Lima","Monday","army","helicopt","shel","mining","camp","Iquitos","kill","9"],"is_quoted":false},{"span":[124,189],"key":"ec1f1beb8fccdeec","words":10,"terms":["condemn","attack","governor","Ana","Quispe","Radio","Amazonas"],"is_quoted":false}],"cites":["meridian wire","radio amazonas"],"days":["2025-03-03"],"acts":[{"type":"ASSAULT","day":"2025-03-03","place":"iquitos","figures":["killed 9"]}]}',X'C30D5E6342D5AB81499CA8F270A4F281B3FC9BE63297B683637A76B78D6507846FE2F90CDE4EFA85FD54530005B281897D16AAC2DB0B0A8BABD4CA9DB6283F8BEB0E6AFCFC95428D61F7FA1C00BD0C91E9035F4BFA514C9307BCEFB803E1CD9301B155972F7C889419CABCE3D0E2099881B395B27F92169A4748492DB4ECB39BC56E92DFE6EE489EA9CC7669C7F36BA011CE94461D1220A18DBDAAE11ADD6CA411670A72FD707BA8391C16E09633EEAC691ED347E1541EAEA5BCD0D6CF95E8AFD11BA873C459CCB2A7F1F74273AC7AB325F3F9398A0C35B869C22FD06B97A8B8B7F914ABAF1C00BBEF4FFCCA6F7058BE39EAC13D415D5EC80D8E7A4A74D0B5C8210C776B803755CB4106BB9520AA17CC3B2F4E635AC759CCBBB5ACC0E237A5CEC5560023A1B4ACD129DB97E9059E0FD20128620BBD2412D23BE8C7F799F780D2B9932ECE383F5CD45776D9925DDF6DD5D7D42D6D0098E1DA05BFA5EB24DBC1DB03E28DF8BADB30DC15B4F330F6BB45DF1BE2AD70F49111E08BFD8B8A2D023DE217489D52C2A8F1E29D70E95D81FCBAE3771B0E844174F1E7694009A122C848EAC7283EE96A4EC4EA6F46961B2DEB13F0DB266F70E136E0F2EDCCC46A1672E9F337AC2A984E5CADF8A74F9A332F0718FA2787727D9692E7FD311C5B7A6CC218FE15C8B2F9561F43026BE776CA29C56002323909BC24096D027194C768BE033C04FFF5F58E0C7C15051703FF1AF969E209E3DBC76B12BA2C10617A96B56C7B77109DAF56EB4275A914E5C3F48B3DAE0615272DD686EBE88816112D157B18DCA917F67C85B3303708189BE3A60423E0671B1554B05F7274FF1B471E4D1AB6FB421CAFE235884CF8851C258A7A962132971C695C92445FE1E81CCD1A71B9E6A5231E9719F3F314B130203D64044265A44C20BF214C66BD1D68254FB61D62ADED7627A1D81D076A363029A12C2F61FACB0E30C5F9A89ED3B72931FD33F381F8775A336D0BB9709FC16433EF39562B96162434A0AA8AAAEF9DF235132297B7BEA4B53AEF78C5FEF0B80F3E0F6F37F2225F763EE083740D2B15EA403B26B1C684FAC94511C285FA546C084669D2829977F3C5499BD64C6C6B92004ABD6AE957FA7DCE4A4DCF36CBA549D74A9377BDA8CCDEB84BB1C31D75794C284EC59AC74F92595E4E594E8E7B7D0CCF4ED51FE55E3DF85C501B16DF0C89DD5E50FF8134A3DA32B052F1A40EF78E2A265531DC5B02A38AEE5549C6F99DBDCB61568DC04A273A031B591DA7DCB3DB99D45BB9701A24D9BB5A5E378772337278F35EF1EF457253F37F5FD9E8847345D2CB6143BFC4F3D16AAD64D92A586D54005065754E380245B88B658DBF803EEAEC426A31B9D7437DB0146C490B0AB846A09D6C67A89EAEF204016D9F4E362A1E2A0C6D47534F23B8B63E6DD531743D16630C705F594D7EE1DC8D71C759588BB619B4720A5E11D6A1939474D94613A10C9756751BF8F414F41EEF76CD4AA7F184E10778137C6357AF04BF787B07E9E8D824BC798F4E74066325BA7B79C1ED3FDB36BD7D',0);
CREATE TABLE keys (
    key INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    handle INTEGER NOT NULL,
    PRIMARY KEY (key, moment, handle)
) STRICT, WITHOUT ROWID;
INSERT INTO "keys" VALUES(-9102947740687659581,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-9083016693438440375,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8955804564106511181,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8933059676523300253,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8792628606880062865,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8538347683967707907,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8427910714178791811,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8412960814108322645,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-8267881052099703061,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7994807430305613983,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7832795516455943191,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7796327973804590073,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7743803015419285247,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7491207118352233959,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7343521065226357887,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7227172718401468345,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-7041115342032965947,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-6887143167339606871,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-6836444317400904175,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-6598656246479667827,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-6306322619359926511,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5985790131631154119,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5900185135259378071,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5771198202580517723,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5562972739420546095,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5513905182716989017,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5173214809147444443,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-5140692485333335447,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-4971942447801894473,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-4730907783103492113,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-4008664083522786759,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3984049097455006195,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3795066086291469279,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3740333908580170175,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3721724426017951941,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3556374883704457797,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3338094619618421051,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3310253452862956759,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3309542381805492223,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3278348288066590661,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3144568926601571399,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-3067550178180762025,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2674689576082221865,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2611565357279363323,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2580320990402846205,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2358272163800959979,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2300897455561121253,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2144555452937273973,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2093706799187408873,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-2037038248875167587,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-1733476556823717001,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-1564780819455066007,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-1530011752312461113,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-1147314901080455569,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-945695579865930021,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-871039612313350931,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-527664088702342089,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-425582265475903577,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-150990887446214873,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(-137146017469752271,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(163008469932361749,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(171353569121199979,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(174806013915511090,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(305122991090930801,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(366335338080499199,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(712248209698652951,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1165510991862553571,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1186552733668637281,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1488850082099277725,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1515089904021062629,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1623803763944205607,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1705135931638754577,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1731694739033783542,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(1974793402631775131,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2017459192665756693,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2036466741068766791,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2055321812550935215,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2060170474385213989,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2083162626947439721,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2171761855694969549,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2319548511646062999,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2327415862249940029,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2695437076283531711,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2843721543662286415,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(2967931983450986657,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3462929439727234209,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3542564701431462341,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3700401953054077949,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3703297684140526445,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3757152823361812975,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(3887343081058118304,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(4230468564015325715,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(4471996300208208111,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(4500889481300635407,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(4677574437631198176,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5028825907111994939,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5046402494704763409,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5315922630182883945,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5332422948882798235,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5390384318179273405,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5392860055227256653,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5456355919145039763,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5631835418566443953,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5647049467707759301,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5678771388220853849,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5790776163360382933,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5791309751541241371,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(5958318221633552895,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6135638335857534193,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6192038970404887601,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6224480175262385737,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6420729242048970893,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6617082921408571165,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6798953128757194937,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6841944690790663991,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(6881486295370428401,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7046957237683939545,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7254572024734203715,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7300335358579321561,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7317144626123001461,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7656942807298391949,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7788043707686041905,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7826587953035610953,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7854564665469085799,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7857701758900260511,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(7871930100672844615,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8073937179139912149,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8182438959046809951,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8265259487944268231,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8400501528243297802,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8455111430932481753,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8570102649581795355,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8649129570494532301,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8700678156235013139,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8771926688250005371,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(8915479519573593743,1741132799,652464927111719852);
INSERT INTO "keys" VALUES(9060458340637589881,1741132799,652464927111719852);
CREATE TABLE listed_countries (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    country TEXT NOT NULL,
    PRIMARY KEY (merged, country)
) STRICT, WITHOUT ROWID;
INSERT INTO "listed_countries" VALUES('e813fa315b8036ee','PER');
CREATE TABLE listed_events (
    merged TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    lead INTEGER NOT NULL REFERENCES events ON DELETE CASCADE, -- the fullest telling of that type
    type TEXT NOT NULL,
    quad TEXT NOT NULL,
    standing TEXT NOT NULL,             -- of the lead, as is the modality
    modality TEXT NOT NULL,
    first_day TEXT NOT NULL,            -- of the fullest telling that has a date of its own, else of the lead
    last_day TEXT NOT NULL,
    latest TEXT NOT NULL,               -- when the newest article that tells it appeared
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)),
    place TEXT,
    lat REAL,
    lon REAL,
    record TEXT NOT NULL                -- actors, recipients, date and place, as the story has them
) STRICT, WITHOUT ROWID;
INSERT INTO "listed_events" VALUES('e813fa315b8036ee','97a1acc3970d4346',1,'ASSAULT','material conflict','reported','actual','2025-03-03','2025-03-03','2025-03-04',1,0,1,3,0,'Iquitos',NULL,NULL,'{"actors":[{"name":"Peruvian army","text":"an army helicopter","span":null,"country":"PER","sectors":["MIL"],"title":null,"alleged":false}],"recipients":[{"name":"miners","text":"a mining camp","span":null,"country":"PER","sectors":["CVL"],"title":null,"alleged":true}],"date":{"start":"2025-03-03","end":"2025-03-04","precision":"day","text":"on Monday","span":null},"place":{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null}}');
CREATE TABLE listed_origins (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    name TEXT NOT NULL,
    disputed INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    PRIMARY KEY (merged, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "listed_origins" VALUES('e813fa315b8036ee','Ana Quispe',0,0);
CREATE TABLE listed_pairs (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    quad TEXT NOT NULL,
    PRIMARY KEY (merged, actor, recipient)
) STRICT, WITHOUT ROWID;
INSERT INTO "listed_pairs" VALUES('e813fa315b8036ee','Peruvian army','miners','material conflict');
CREATE TABLE listed_parties (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,               -- without case and accents
    country TEXT,
    PRIMARY KEY (merged, role, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "listed_parties" VALUES('e813fa315b8036ee','recipient',0,'miners','miners','PER');
INSERT INTO "listed_parties" VALUES('e813fa315b8036ee','actor',0,'Peruvian army','peruvian army','PER');
CREATE TABLE mentions (
    number INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim TEXT,
    standing TEXT NOT NULL,
    modality TEXT NOT NULL,
    factuality TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    UNIQUE (event, position)
) STRICT;
INSERT INTO "mentions" VALUES(1,1,0,NULL,'reported','actual','CT+',57,64);
CREATE TABLE merged (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    independent_origins INTEGER NOT NULL,
    credibility INTEGER,
    disputed INTEGER NOT NULL CHECK (disputed IN (0, 1)) -- whether something speaks against it
) STRICT, WITHOUT ROWID;
INSERT INTO "merged" VALUES('e813fa315b8036ee','97a1acc3970d4346',0,'ASSAULT',1,0,1,1,3,0);
CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL                -- without case and accents
) STRICT;
INSERT INTO "names" VALUES(1,'Radio Amazonas','radio amazonas');
INSERT INTO "names" VALUES(2,'Ana Quispe','ana quispe');
INSERT INTO "names" VALUES(3,'Peruvian army','peruvian army');
INSERT INTO "names" VALUES(4,'miners','miners');
INSERT INTO "names" VALUES(5,'Harbour Post','harbour post');
INSERT INTO "names" VALUES(6,'Meridian Wire','meridian wire');
INSERT INTO "names" VALUES(7,'Officials','officials');
CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names,
    country TEXT,
    sectors TEXT NOT NULL,              -- separated by spaces
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "parties" VALUES(1,'actor',0,3,'PER','MIL');
INSERT INTO "parties" VALUES(1,'recipient',0,4,'PER','CVL');
CREATE TABLE pending (
    article INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE places (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    event INTEGER REFERENCES events ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    geonames_id INTEGER,
    lat REAL,
    lon REAL,
    record TEXT NOT NULL
) STRICT;
INSERT INTO "places" VALUES(1,1,1,0,'Iquitos','city','PER',NULL,NULL,NULL,'{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null}');
INSERT INTO "places" VALUES(2,1,NULL,0,'Iquitos','city','PER',NULL,NULL,NULL,'{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null}');
CREATE TABLE revisions (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    earlier INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    added INTEGER NOT NULL,             -- lines
    removed INTEGER NOT NULL,
    diff TEXT NOT NULL
) STRICT;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- hash of everything below but the start
    version TEXT NOT NULL,
    codebook TEXT NOT NULL,
    codebook_digest TEXT,               -- SHA-256 of the codebook files
    models TEXT NOT NULL,               -- JSON list
    settings TEXT NOT NULL,             -- JSON object
    config_hash TEXT NOT NULL,
    started TEXT                        -- first start; null when the caller did not say
) STRICT;
INSERT INTO "runs" VALUES(1,'fa9a76e85aa465f2','0.1.0','PLOVER 2.0',NULL,'["en_core_web_sm 3.8.0"]','{}','abc','2026-11-22T20:00:00+00:00');
CREATE TABLE source_totals (
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles INTEGER NOT NULL,
    named INTEGER NOT NULL,             -- in how many of these articles it is not kept unnamed
    claims INTEGER NOT NULL,
    events INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    PRIMARY KEY (folded, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO "source_totals" VALUES('ana quispe','official',1,1,1,0,0);
INSERT INTO "source_totals" VALUES('harbour post','publisher',1,1,0,1,0);
INSERT INTO "source_totals" VALUES('meridian wire','wire',1,1,0,1,0);
INSERT INTO "source_totals" VALUES('officials','official',1,0,0,1,1);
INSERT INTO "source_totals" VALUES('radio amazonas','outlet',1,1,1,0,0);
CREATE TABLE sources (
    number INTEGER PRIMARY KEY,
    claim INTEGER REFERENCES claims ON DELETE CASCADE,
    mention INTEGER REFERENCES mentions ON DELETE CASCADE,
    position INTEGER NOT NULL,
    origin INTEGER NOT NULL CHECK (origin IN (0, 1)), -- whether it is the last, which the rest relay
    name INTEGER NOT NULL REFERENCES names,
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    interested INTEGER NOT NULL CHECK (interested IN (0, 1)),
    country TEXT,
    CHECK ((claim IS NULL) <> (mention IS NULL))
) STRICT;
INSERT INTO "sources" VALUES(1,1,NULL,0,0,1,'outlet',0,0,NULL);
INSERT INTO "sources" VALUES(2,1,NULL,1,1,2,'official',0,0,NULL);
INSERT INTO "sources" VALUES(3,NULL,1,0,0,5,'publisher',0,0,NULL);
INSERT INTO "sources" VALUES(4,NULL,1,1,0,6,'wire',0,0,NULL);
INSERT INTO "sources" VALUES(5,NULL,1,2,1,7,'official',1,1,NULL);
CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    signature TEXT NOT NULL,            -- hash of its articles and the links between them
    title TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    articles INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL,           -- of all its events
    independent_origins INTEGER NOT NULL, -- of its main event, the one that most articles tell
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "stories" VALUES('97a1acc3970d4346','499ff79ff713148a9c45ccdbcf935abb','Helicopter shells mining camp in Peru','2025-03-04','2025-03-04',1,0,1,1,'{"id":"97a1acc3970d4346","title":"Helicopter shells mining camp in Peru","start":"2025-03-04","end":"2025-03-04","articles":[{"id":"19e0f316acc1dd7c","url":"https://harbourpost.example/a/1","copy_of":null,"similarity":null,"reasons":[]}],"events":[{"id":"e813fa315b8036ee","type":"ASSAULT","actors":[{"name":"Peruvian army","text":"an army helicopter","span":null,"country":"PER","sectors":["MIL"],"title":null,"alleged":false}],"recipients":[{"name":"miners","text":"a mining camp","span":null,"country":"PER","sectors":["CVL"],"title":null,"alleged":true}],"date":{"start":"2025-03-03","end":"2025-03-04","precision":"day","text":"on Monday","span":null},"place":{"name":"Iquitos","text":"Iquitos","span":null,"kind":"city","country":"PER","admin1":"Loreto","geonames_id":null,"lat":null,"lon":null},"mentions":["event1"],"reasons":[],"copies":0,"origins":["Ana Quispe"],"independent_origins":1,"reliability":[{"source":"Ana Quispe","value":"F","reason":"no entry of the policy names it"}],"credibility":{"value":3,"reasons":["one origin: Ana Quispe"]},"values":[{"kind":"killed","value":9.0,"low":9.0,"high":null,"unit":"people","by":"Ana Quispe","article":"19e0f316acc1dd7c","as_of":"2025-03-04","superseded":false}],"contradicted_by":[]}],"origins":{"nodes":[{"name":"Harbour Post","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"radio amazonas","span":null,"kind":"publisher","anonymous":false,"interested":false,"title":null,"actor":null},{"name":"Ana Quispe","span":null,"kind":"official","anonymous":false,"interested":false,"title":null,"actor":null}],"edges":[{"from":"Harbour Post","to":"radio amazonas","kind":"cites","reasons":["quotes it in 19e0f316acc1dd7c"]}]}}');
CREATE TABLE story_articles (
    article INTEGER PRIMARY KEY REFERENCES fingerprints ON DELETE CASCADE,
    story TEXT NOT NULL REFERENCES stories ON DELETE CASCADE
) STRICT;
INSERT INTO "story_articles" VALUES(1,'97a1acc3970d4346');
CREATE TABLE story_edges (
    article INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES fingerprints ON DELETE CASCADE,
    score REAL NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (article, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE tellings (
    event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
    merged TEXT NOT NULL REFERENCES merged ON DELETE CASCADE
) STRICT;
INSERT INTO "tellings" VALUES(1,'e813fa315b8036ee');
CREATE TABLE tombstones (
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    retracted TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (id, sha256)
) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO words (words) VALUES ('rebuild');
CREATE INDEX articles_id ON articles (id);
CREATE INDEX articles_address ON articles (address);
CREATE INDEX articles_lineage ON articles (lineage);
CREATE INDEX articles_run ON articles (run);
CREATE INDEX articles_order ON articles (published DESC, id, number) WHERE current;
CREATE INDEX revisions_earlier ON revisions (earlier);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX events_id ON events (id);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_days ON events (first_day, last_day);
CREATE INDEX parties_name ON parties (name);
CREATE INDEX parties_country ON parties (country);
CREATE INDEX mentions_claim ON mentions (claim);
CREATE INDEX sources_claim ON sources (claim);
CREATE INDEX sources_mention ON sources (mention);
CREATE INDEX sources_name ON sources (name);
CREATE INDEX places_article ON places (article, position);
CREATE INDEX places_event ON places (event);
CREATE INDEX places_country ON places (country, event);
CREATE TRIGGER words_added AFTER INSERT ON articles BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER words_removed AFTER DELETE ON articles BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER words_changed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER pending_added AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;
CREATE TRIGGER pending_changed AFTER UPDATE OF current, run ON articles BEGIN
    INSERT OR IGNORE INTO pending VALUES (new.number);
END;
CREATE INDEX copy_edges_other ON copy_edges (other, article);
CREATE INDEX story_edges_other ON story_edges (other, score, article);
CREATE INDEX copies_root ON copies (root);
CREATE INDEX stories_order ON stories (last_day DESC, articles DESC, id);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE INDEX merged_story ON merged (story, position);
CREATE INDEX tellings_merged ON tellings (merged);
CREATE INDEX source_totals_order ON source_totals (articles DESC, events DESC, claims DESC, folded, kind);
CREATE INDEX source_totals_gone ON source_totals (folded, kind) WHERE articles = 0;
CREATE INDEX names_folded ON names (folded, name);
CREATE INDEX listed_events_story ON listed_events (story);
CREATE INDEX listed_events_lead ON listed_events (lead);
CREATE INDEX listed_events_newest ON listed_events (
    latest DESC, merged, type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);
CREATE INDEX listed_events_disputed ON listed_events (disputed DESC, latest DESC, merged);
CREATE INDEX listed_events_days ON listed_events (first_day DESC, quad, merged);
CREATE INDEX listed_events_told ON listed_events (articles DESC, merged);
CREATE INDEX listed_events_origins ON listed_events (independent_origins DESC, merged);
CREATE INDEX listed_events_places ON listed_events (lat, lon, place, quad) WHERE lat IS NOT NULL;
CREATE INDEX listed_events_facets ON listed_events (
    type, quad, standing, modality, disputed, independent_origins, first_day, last_day
);
CREATE INDEX listed_parties_name ON listed_parties (folded, role, merged, name, country);
CREATE INDEX listed_countries_country ON listed_countries (country, merged);
CREATE INDEX listed_pairs_both ON listed_pairs (actor, recipient, quad);
CREATE INDEX listed_origins_name ON listed_origins (name, disputed, corrected);
CREATE VIEW telling_events AS
SELECT stories.id AS story, json_extract(told.value, '$.id') AS merged, told.value AS record, mention.key AS place,
    events.number AS event, events.article AS article, articles.published AS published,
    events.type <> json_extract(told.value, '$.type') AS other_type,
    json_extract(events.record, '$.date.start') IS NULL AS undated
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN json_each(told.value, '$.mentions') AS mention
JOIN events ON events.id = mention.value JOIN articles ON articles.number = events.article AND articles.current;
CREATE VIEW new_listed_events AS
WITH told AS (
    SELECT DISTINCT story, merged, record,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY other_type, place) AS lead,
        first_value(event) OVER (PARTITION BY story, merged ORDER BY undated, other_type, place) AS dated,
        max(published) OVER (PARTITION BY story, merged) AS latest
    FROM telling_events
)
SELECT told.merged, told.story, lead, json_extract(told.record, '$.type') AS type,
    json_extract(events.record, '$.quad') AS quad, json_extract(events.record, '$.standing') AS standing,
    json_extract(events.record, '$.modality') AS modality, dated.first_day, dated.last_day, latest,
    (
        SELECT count(DISTINCT article) FROM json_each(told.record, '$.mentions') AS mention
        JOIN events ON events.id = mention.value JOIN articles ON articles.number = article AND current
    ) AS articles,
    json_extract(told.record, '$.copies') AS copies,
    json_extract(told.record, '$.independent_origins') AS independent_origins,
    json_extract(told.record, '$.credibility.value') AS credibility,
    json_array_length(told.record, '$.contradicted_by') > 0 AS disputed,
    json_extract(told.record, '$.place.name') AS place,
    json_extract(told.record, '$.place.lat') AS lat, json_extract(told.record, '$.place.lon') AS lon,
    json_object(
        'actors', json_extract(told.record, '$.actors'), 'recipients', json_extract(told.record, '$.recipients'),
        'date', json_extract(told.record, '$.date'), 'place', json_extract(told.record, '$.place')
    ) AS record
FROM told JOIN events ON events.number = lead JOIN events AS dated ON dated.number = told.dated;
CREATE VIEW new_listed_parties AS
SELECT merged, role, key AS position, json_extract(value, '$.name') AS name,
    ifnull(
        (SELECT folded FROM names WHERE names.name = json_extract(value, '$.name')), lower(json_extract(value, '$.name'))
    ) AS folded,
    json_extract(value, '$.country') AS country, story
FROM (
    SELECT merged, story, 'actor' AS role, party.key, party.value
    FROM listed_events, json_each(record, '$.actors') AS party
    UNION ALL
    SELECT merged, story, 'recipient', party.key, party.value
    FROM listed_events, json_each(record, '$.recipients') AS party
);
CREATE VIEW new_listed_countries AS
SELECT listed_parties.merged, country, story
FROM listed_events JOIN listed_parties ON listed_parties.merged = listed_events.merged WHERE country IS NOT NULL
UNION ALL
SELECT merged, json_extract(record, '$.place.country'), story
FROM listed_events WHERE json_extract(record, '$.place.country') IS NOT NULL;
CREATE VIEW new_listed_pairs AS
SELECT actor.merged, actor.name AS actor, recipient.name AS recipient, quad, story
FROM listed_events JOIN listed_parties AS actor ON actor.merged = listed_events.merged AND actor.role = 'actor'
JOIN listed_parties AS recipient ON recipient.merged = listed_events.merged AND recipient.role = 'recipient';
CREATE VIEW new_listed_origins AS
SELECT listed_events.merged, origin.value AS name, listed_events.disputed,
    (
        SELECT count(*) FROM json_each(told.value, '$.values') AS given
        WHERE json_extract(given.value, '$.by') = origin.value AND json_extract(given.value, '$.superseded')
    ) AS corrected,
    stories.id AS story
FROM stories JOIN json_each(stories.record, '$.events') AS told
JOIN listed_events ON listed_events.merged = json_extract(told.value, '$.id')
JOIN json_each(told.value, '$.origins') AS origin;
CREATE TRIGGER stories_listed AFTER INSERT ON stories BEGIN
    INSERT INTO listed_events SELECT * FROM new_listed_events WHERE story = new.id;
    INSERT INTO listed_parties
    SELECT merged, role, position, name, folded, country FROM new_listed_parties WHERE story = new.id;
    INSERT OR IGNORE INTO listed_countries SELECT merged, country FROM new_listed_countries WHERE story = new.id;
    INSERT OR IGNORE INTO listed_pairs SELECT merged, actor, recipient, quad FROM new_listed_pairs WHERE story = new.id;
    INSERT OR IGNORE INTO listed_origins SELECT merged, name, disputed, corrected FROM new_listed_origins WHERE story = new.id;
END;
-- Who is heard where, so narrow that a list of sources under any filter is one walk over it; which articles tell what; and
-- what failed to be read.

-- Totals get a number for each source. A source is a name without case and accents, and a kind.
DROP TABLE source_totals;
CREATE TABLE source_totals (
    number INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL,
    articles INTEGER NOT NULL,
    named INTEGER NOT NULL,             -- in how many of these articles it is not kept unnamed
    claims INTEGER NOT NULL,
    events INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    UNIQUE (folded, kind)
) STRICT;
CREATE INDEX source_totals_order ON source_totals (articles DESC, events DESC, claims DESC, folded, kind);
CREATE INDEX source_totals_gone ON source_totals (number) WHERE articles = 0;

-- Of current texts alone: a row for each source of an event, with 0 for the claim; and for each source of a claim, one
-- row for every event that the claim asserts, or one with 0.
CREATE TABLE heard (
    source INTEGER NOT NULL REFERENCES source_totals,
    article INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    event INTEGER NOT NULL,
    type TEXT,                          -- of the event
    anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)), -- kept unnamed everywhere in that event or claim
    origin INTEGER NOT NULL CHECK (origin IN (0, 1)), -- of the event; 0 for claims
    first_day TEXT NOT NULL,            -- of the claim where there is one, else of the event
    last_day TEXT NOT NULL,
    PRIMARY KEY (source, article, claim, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX heard_article ON heard (article);
CREATE INDEX heard_event ON heard (event);

INSERT INTO source_totals (folded, kind, articles, named, claims, events, origins)
SELECT DISTINCT folded, kind, 0, 0, 0, 0, 0 FROM sources JOIN names ON names.number = sources.name
WHERE claim IN (SELECT claims.number FROM claims JOIN articles ON articles.number = claims.article WHERE current)
OR mention IN (
    SELECT mentions.number FROM mentions JOIN events ON events.number = mentions.event
    JOIN articles ON articles.number = events.article WHERE current
);
INSERT INTO heard
SELECT source_totals.number, events.article, 0, events.number, type, min(anonymous), max(origin), first_day, last_day
FROM articles JOIN events ON events.article = articles.number
JOIN mentions ON mentions.event = events.number JOIN sources ON sources.mention = mentions.number
JOIN names ON names.number = sources.name
JOIN source_totals ON source_totals.folded = names.folded AND source_totals.kind = sources.kind
WHERE current GROUP BY source_totals.number, events.number;
INSERT INTO heard
SELECT source_totals.number, claims.article, claims.number, ifnull(told.event, 0), told.type,
    min(anonymous), 0, claims.first_day, claims.last_day
FROM articles JOIN claims ON claims.article = articles.number JOIN sources ON sources.claim = claims.number
JOIN names ON names.number = sources.name
JOIN source_totals ON source_totals.folded = names.folded AND source_totals.kind = sources.kind
LEFT JOIN (
    SELECT events.article, events.number AS event, events.type, mentions.claim
    FROM events JOIN mentions ON mentions.event = events.number
) AS told ON told.article = claims.article AND told.claim = claims.id
WHERE current GROUP BY source_totals.number, claims.number, told.event;
UPDATE source_totals SET articles = own.articles, named = own.named, claims = own.claims, events = own.events,
    origins = own.origins
FROM (
    SELECT source, count(*) AS articles, sum(1 - anonymous) AS named, sum(claims) AS claims, sum(events) AS events,
        sum(origins) AS origins
    FROM (
        SELECT source, article, min(anonymous) AS anonymous, count(DISTINCT nullif(claim, 0)) AS claims,
            sum(claim = 0) AS events, sum(origin) AS origins
        FROM heard GROUP BY source, article
    ) GROUP BY source
) AS own WHERE source_totals.number = own.source;

-- Which articles tell an event of the real world, for filters by words that many of them hold.
CREATE TABLE listed_articles (
    merged TEXT NOT NULL REFERENCES listed_events ON DELETE CASCADE,
    article INTEGER NOT NULL,
    PRIMARY KEY (merged, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX listed_articles_article ON listed_articles (article, merged);
CREATE TRIGGER tellings_listed AFTER INSERT ON tellings BEGIN
    INSERT OR IGNORE INTO listed_articles SELECT merged, article FROM listed_events, events
    WHERE merged = new.merged AND number = new.event;
END;
INSERT OR IGNORE INTO listed_articles
SELECT tellings.merged, events.article FROM tellings JOIN listed_events ON listed_events.merged = tellings.merged
JOIN events ON events.number = tellings.event;

-- What could not be read or coded, the last time that it was tried.
CREATE TABLE failures (
    number INTEGER PRIMARY KEY,         -- the last that failed has the greatest
    input TEXT NOT NULL UNIQUE,
    reason TEXT NOT NULL,
    failed TEXT,                        -- when, ISO 8601; null when the caller did not say
    run INTEGER REFERENCES runs
) STRICT;
COMMIT;
