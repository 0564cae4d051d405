using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Telemetry.Dashboard.Pages;

/// <summary>Gives every page a second address under <c>/en</c>.</summary>
internal sealed class BothLanguages : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors.ToList())
        {
            var english = new SelectorModel(selector);
            english.AttributeRouteModel!.Template = AttributeRouteModel.CombineTemplates("en", selector.AttributeRouteModel!.Template?.TrimStart('/'));
            english.AttributeRouteModel.SuppressLinkGeneration = true;
            model.Selectors.Add(english);
        }
    }
}
