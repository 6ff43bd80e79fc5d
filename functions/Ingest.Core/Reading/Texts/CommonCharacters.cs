using System.Collections.Frozen;

namespace Ingest.Core.Reading.Texts;

/// <summary>
/// The characters that any page of Chinese is full of, simplified and traditional, with its punctuation. Bytes decoded
/// with the wrong encoding give rare characters, so the share of common ones tells which decoding is right.
/// </summary>
internal static class CommonCharacters
{
    private const string Characters =
        "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感" +
        "见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢" +
        "市区县省职疫情防控会组织慰问资金物资医院护士人员企业复工生产服务捐赠口罩万元千百亿余各级单位基层一线抗击肺炎新冠病毒感染湖北武汉主席党委书记社街镇村乡困难帮扶拨付下专项补助保障号月份年度计划通知关于开展活动工作共青团妇联全部建设管理责任领导措施落实支持劳动权益法律维心理咨询培训就业" +
        "這個們來時為說國著會對後發當沒還樣種開總從無動頭經長兒間兩進話與見問爾點幾實聲車氣別書體電門聽應場報關張認軍歲覺帶萬邊風變師數滿戰遠條區縣職組織慰資醫護員業復產務贈億餘級單層線抗擊湖漢黨記團婦聯鎮鄉難幫撥專項補設管責領導勞權維詢訓眾廣參與強調監測隊運輸購買發放" +
        "一二三四五六七八九十零〇两，。、；：？！“”‘’（）《》〈〉【】—…·％　－～「」『』０１２３４５６７８９";

    private static readonly FrozenSet<char> Set = Characters.ToFrozenSet();

    public static bool Contains(char c) => Set.Contains(c);
}
