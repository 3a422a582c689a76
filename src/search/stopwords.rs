//! Words that hold a sentence together and say nothing about the need. Folded. Negations are not here: they decide
//! ("non mi paga").

use std::{collections::HashMap, sync::LazyLock};

use super::{lang::Lang, text::fold};

/// Each function word, and the languages (as bits) it is one of.
static STOPS: LazyLock<HashMap<String, u16>> = LazyLock::new(|| {
    let mut stops = HashMap::new();
    for lang in Lang::ALL {
        for word in list(lang).split_ascii_whitespace() {
            *stops.entry(fold(word)).or_default() |= 1 << lang as u16;
        }
    }
    stops
});

/// The languages, as bits, of which a folded word is a function word.
pub(super) fn stop_langs(word: &str) -> u16 {
    STOPS.get(word).copied().unwrap_or_default()
}

/// Whether a folded word is a function word of the language.
pub(super) fn is_stop(lang: Lang, word: &str) -> bool {
    stop_langs(word) & (1 << lang as u16) != 0
}

const fn list(lang: Lang) -> &'static str {
    match lang {
        Lang::It => {
            "a ad al allo alla ai agli alle all da dal dallo dalla dai dagli dalle dall di del dello della dei degli delle dell \
             in nel nello nella nei negli nelle nell su sul sulla sui sulle sull con col per tra fra il lo la i gli le l un uno una \
             d e ed o od ma se che chi cui come dove quando quale quali quanto quanta perche cosa c ci ce si mi ti vi ne me te lui lei \
             noi voi loro mio mia miei mie tuo tua suo sua suoi nostro nostra questo questa questi quello quella sono e sei siamo \
             siete ho hai ha abbiamo hanno era essere avere fare faccio fa posso puo possono devo deve voglio vorrei bisogno serve \
             servono qui qua li anche ancora gia piu molto poi solo sto sta stare andare vado va dopo prima sui"
        }
        Lang::En => {
            "a an the of to in on at by for from with about into as is are was were be been am do does did doing has have had i me my \
             mine we our us you your he she it its they them their this that these those and or but if so how what where when which \
             who whom why can could will would should may might must need want get got getting there here please some any im ive id \
             find looking go going near after before"
        }
        Lang::Fr => {
            "a au aux de du des d en dans sur sous pour par avec le la les l un une et ou mais si que qu qui quoi comment quand \
             quel quelle quels quelles est sont suis es etes sommes etre ai as ont avons avez avoir je j tu il elle on nous vous ils \
             elles me m te t se s ce c cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs y n faire fait \
             fais peux peut pouvoir veux voudrais besoin aller vais faut dois doit puis plus tres chez ici avant apres"
        }
        Lang::Es => {
            "a al de del en con por para el la los las un una unos unas y e o u pero si que quien como donde cuando cual cuales \
             cuanto es son soy eres somos ser estar estoy esta estan he ha han hay haber yo tu el ella nosotros ellos me te se lo le \
             les mi mis tu tus su sus nuestro este esta esto estos ese esa eso puedo puede poder quiero quisiera necesito debo tengo \
             tiene hacer hago mas muy aqui ir voy desde sobre hasta despues antes"
        }
        Lang::Ro => {
            "a ai al ale am ar as au cu cum da de din dar e ea ei el ele eu fi este esti sunt in la pe pentru prin pana si sa se \
             mi ma m te ti va vrea vreau doresc imi isi iti il l le li lui o un unei unui unde cand care ce cine cat cati nostru meu \
             mea mei mele tau ta sau daca ca acest aceasta acesta pot poate trebuie am avea are aici mai foarte fac face faca dupa \
             inainte spre despre"
        }
        Lang::Sq => {
            "a e i te se ne nga me per dhe ose si qe ku kur cili cila cfare kush sa une ti ai ajo ne ju ata im ime tim time yt juaj \
             jam je eshte jemi jane kam ke ka kemi kane mund duhet dua do desha nje kjo ky keto ato mua ty ketu aty edhe por nese u \
             bej ben behet marr merr tek pas para nevoje"
        }
        Lang::Ru => {
            "а в во и на с со к ко у о об от до из по за для при над под про как где куда когда что кто какой какая какие чей ли бы \
             же то это этот эта эти я мне меня мной мы нам нас ты вы вам вас он она они его ее их мой моя мои мое моего моей свой \
             ваш наш есть быть был была можно могу нужно нужен нужна надо хочу хотел чтобы или если еще уже очень тут здесь там после"
        }
        Lang::Uk => {
            "а в у і й та на з із зі до від о об по за для при над під про як де куди коли що хто який яка які чи би б же то це цей \
             ця ці я мені мене мною ми нам нас ти ви вам вас він вона вони його її їх мій моя мої моє свій ваш наш є бути був була \
             можна можу треба потрібно потрібен потрібна хочу щоб або якщо ще вже дуже тут там після"
        }
        Lang::Ar => {
            "في من الي علي عن مع ب ل ك و او ثم ان انا انت هو هي نحن هم هذا هذه ذلك تلك ما ماذا كيف اين متي هل لماذا من الذي التي \
             كان كانت يكون لي لك له لها عندي عند لدي اريد ابغي احتاج يمكن يمكنني استطيع اجل بعد قبل كل اي هنا هناك قد يا"
        }
        Lang::Ur => {
            "كا كے كي كو سے مين پر نے هے هين هون تها تهي تهے ميں مجهے مجه ميرا ميري ميرے هم همين آپ اپ وه يه اس ان كيا كيسے كهان كب \
             كون جو اور يا تو بهي هي تك لیے ليے چاهيے چاهيئے كرنا كرنے كرين كر كروں كرون سكتا سكتي هو گا گے گي ايك كوئي اپنا اپني اپنے هونا والا والي طرح"
        }
        Lang::Bn => {
            "আমি আমার আমাকে আমরা আমাদের তুমি আপনি আপনার সে তার তিনি এই ওই এটা সেটা কি কী কে কোন কোথায কবে কিভাবে কেন কত ও এবং বা কিন্তু জন্য থেকে \
             দিযে সাথে মধ্যে হয হবে হযেছে আছে ছিল করতে করব করা করে করি চাই চাইছি দরকার লাগে লাগবে পারি পারব যাব যাবো পেতে একটা একটি এর এ তে র"
        }
        Lang::Zh => {
            "的 了 我 你 他 她 们 在 是 有 和 与 或 吗 呢 吧 怎 么 样 如 何 哪 里 儿 可 以 想 要 需 去 到 给 个 请 问 什 这 那 就 都 也 很 能 会 \
             怎么 怎样 如何 哪里 哪儿 可以 想要 需要 请问 什么 么办 怎么办 我的 在哪 我想 我要 要怎 意 大 利"
        }
    }
}

/// Words that turn a sentence round. They weigh less than a noun and more than nothing.
pub(super) fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "non"
            | "no"
            | "not"
            | "dont"
            | "doesnt"
            | "didnt"
            | "cant"
            | "wont"
            | "without"
            | "senza"
            | "pas"
            | "ne"
            | "sans"
            | "sin"
            | "nu"
            | "fara"
            | "nuk"
            | "pa"
            | "не"
            | "нет"
            | "без"
            | "немає"
            | "нема"
            | "لا"
            | "لم"
            | "ما"
            | "لن"
            | "ليس"
            | "بدون"
            | "بلا"
            | "نهين"
            | "بغير"
            | "না"
            | "নেই"
            | "নাই"
            | "ছাড়া"
            | "ছাডা"
            | "不"
            | "没"
            | "无"
            | "别"
    )
}
