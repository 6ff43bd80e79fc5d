namespace Ingest.Core.Tests.Reading.Word;

public sealed class DocxFormatTests
{
    [Theory]
    [InlineData("<w:p><w:r><w:t>下拨</w:t></w:r><w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:ins><w:r><w:t>500</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>", "下拨500万元")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>", "新")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t></w:r></w:p>", "可见")]
    [InlineData("<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>", "一\t二\n三")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>段落标记被删</w:t></w:r></w:p>", "段落标记被删")]
    [InlineData("<w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>正文</w:t></w:r></w:p>", "正文")]
    [InlineData("<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>正文</w:t></w:r></w:p>", "文本框\n正文")]
    public void Read_Gives_What_A_Reader_Sees_For_Runs(string body, string text) =>
        Assert.Equal(text, Read.Text(Making.Docx(body)).Text);

    [Fact]
    public void Read_Gives_Rows_And_Cells_For_A_Table_With_Merged_Cells()
    {
        const string table = """
            <w:p><w:r><w:t>拨款如下：</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>地市</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>万元</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>武汉市</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>江岸区</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>10</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>武昌区</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>20</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>30</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """;
        var read = Read.Text(Making.Docx(table));
        Assert.Equal("拨款如下：\n地市\t单位\t万元\n武汉市\t江岸区\t10\n武汉市\t武昌区\t20\n合计\t\t30", read.Text);
        var rows = Assert.Single(read.Tables).Rows;
        Assert.Equal(["武汉市", "武昌区", "20"], rows[2].Select(c => c.In(read.Text)));
    }

    [Fact]
    public void Read_Adds_Footnotes_After_The_Text() => Assert.Equal(
        "正文\n注文",
        Read.Text(Making.Docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", ("word/footnotes.xml", Making.Word("footnotes", "<w:footnote><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote>")))).Text);

    [Fact]
    public void Read_Gives_The_Title_For_Document_Properties() => Assert.Equal(
        "疫情防控通报",
        Read.Text(Making.Docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>疫情防控通报</dc:title></cp:coreProperties>"))).Title);

    [Fact]
    public void Read_Keeps_What_Stands_Before_The_Break_For_Damaged_Xml()
    {
        var read = Read.Text(Making.Docx("<w:p><w:r><w:t>前面的内容</w:t></w:r></w:p><w:p><w:r></w:p>"));
        Assert.Equal("前面的内容", read.Text);
        Assert.Contains(read.Warnings, w => w.Code == "part-damaged");
    }
}
